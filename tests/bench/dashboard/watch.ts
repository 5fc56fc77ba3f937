import { setTimeout as pause } from 'node:timers/promises';
import { rounded } from '../shared/statistics.js';
import type { MeasuredBrowser } from './chromium.js';
import { type FrameTimes, frameTimes, pan } from './frame-times.js';
import { LARGE } from './ground.js';
import { startPageServer } from './page-server.js';

/** A page that is watched for so many seconds. */
export interface Scene {
  readonly name: string;
  /** The folder of a built page. */
  readonly folder: string;
  /** Alerts that stand. */
  readonly alerts: number;
  /** Nothing at all is on the page: what this machine's browser does by itself. */
  readonly isEmpty?: boolean;
}

/** Shares of a core at 1 Hz, when nobody touches the page. */
export interface Work {
  readonly page: number;
  readonly beside: number;
  readonly screen: number;
  readonly all: number;
}

export interface Watched {
  readonly name: string;
  readonly work: Work;
  /** When nobody touches the page, and while its map is dragged. */
  readonly atRest: FrameTimes;
  readonly dragged: FrameTimes;
  /** Bytes of gzip until the map stood, with what is loaded on demand. */
  readonly firstLoadBytes: number;
}

/** A large ground at 1 Hz: its work first, since counting frames is work too, then its frames. */
export const watch = async (
  browser: MeasuredBrowser,
  { alerts, folder, isEmpty = false, name }: Scene,
  seconds: number,
): Promise<Watched> => {
  const server = await startPageServer(folder, LARGE, alerts);
  const { close, cpu, page } = await browser.open(`${server.url}${isEmpty ? 'empty' : ''}`);
  const second = setInterval(() => server.tick(1), 1_000);
  try {
    if (!isEmpty) await page.locator('.map canvas').first().waitFor();
    const firstLoadBytes = server.served();
    await pause(3_000); // the first seconds of a page compile its code
    const before = cpu();
    await pause(seconds * 1_000);
    const after = cpu();
    const share = (thread: keyof Work) => rounded((after[thread] - before[thread]) / seconds, 4);
    return {
      name,
      work: {
        page: share('page'),
        beside: share('beside'),
        screen: share('screen'),
        all: share('all'),
      },
      atRest: await frameTimes(page, () => pause(seconds * 1_000)),
      dragged: await frameTimes(page, () => pan(page, seconds)),
      firstLoadBytes,
    };
  } finally {
    clearInterval(second);
    await close();
    server.close();
  }
};
