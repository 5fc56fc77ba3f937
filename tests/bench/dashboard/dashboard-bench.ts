import { execFileSync } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type Command, InvalidArgumentError } from 'commander';
import type { Bench, Report } from '../shared/bench.js';
import { environment } from '../shared/environment.js';
import { endProgress, progress } from '../shared/output.js';
import { rounded } from '../shared/statistics.js';
import { launchMeasured, type MeasuredBrowser } from './chromium.js';
import { type FrameTimes, frameTimes, pan } from './frame-times.js';
import { SIZE } from './large-venue.js';
import { type Growth, longRun } from './long-run.js';
import { startPageServer } from './page-server.js';

interface Options {
  readonly seconds: number;
  readonly deltas: number;
}

const dashboard = fileURLToPath(new URL('../../../dashboard', import.meta.url));

const wholeNumber = (text: string): number => {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) {
    throw new InvalidArgumentError('a whole number, at least 1');
  }
  return value;
};

interface Watched {
  readonly frames: FrameTimes;
  /** Shares of a core. */
  readonly pageCpu: number;
  readonly browserCpu: number;
}

/** A page at 1 Hz, for so many seconds, watched at rest and while its map is dragged. */
const watch = async (
  browser: MeasuredBrowser,
  { alerts, isEmpty, seconds }: { alerts: number; isEmpty: boolean; seconds: number },
) => {
  const server = await startPageServer(`${dashboard}/dist/app`, alerts);
  const measured = await browser.open(`${server.url}${isEmpty ? 'empty' : ''}`);
  const { cpu, page } = measured;
  const second = setInterval(() => server.tick(1), 1_000);
  try {
    if (!isEmpty) await page.locator('.map canvas').first().waitFor();
    const firstLoad = server.served();
    await pause(3_000); // the first seconds of a page compile its code
    const before = await cpu();
    await pause(seconds * 1_000);
    const after = await cpu();
    const panned = await frameTimes(page, () => pan(page, seconds));
    return {
      frames: panned,
      pageCpu: rounded((after.page - before.page) / seconds, 4),
      browserCpu: rounded((after.browser - before.browser) / seconds, 4),
      firstLoad,
    } satisfies Watched & { firstLoad: number };
  } finally {
    clearInterval(second);
    await measured.close();
    server.close();
  }
};

const share = (value: number): string => `${(100 * value).toFixed(1)} %`;

const rowOf = (name: string, { browserCpu, frames, pageCpu }: Watched): string[] => [
  name,
  ...[frames.p50, frames.p95, frames.p99].map((ms) => ms.toFixed(1)),
  ...[frames.overOne, frames.overTwo, pageCpu, browserCpu].map(share),
];

const growthRow = ({ deltas, heapMegabytes, nodes }: Growth): string[] => [
  `${deltas}`,
  heapMegabytes.toFixed(1),
  `${nodes}`,
];

/** `npm run bench -- dashboard` */
export const dashboardBench: Bench = {
  name: 'dashboard',
  description: 'frame times, work and memory of the live page in Chromium, with a large venue',
  addOptions: (command: Command) => {
    command
      .option('--seconds <n>', 'how long each page is watched', wholeNumber, 20)
      .option('--deltas <n>', 'updates of the long run; a day has 86400', wholeNumber, 4_320);
  },
  run: async (options: object): Promise<Report> => {
    const { deltas, seconds } = options as Options;
    progress('building the page');
    const env = { ...process.env, NODE_ENV: 'production' };
    execFileSync('npm', ['run', 'build'], { cwd: dashboard, env, stdio: 'pipe' });
    const browser = await launchMeasured();
    try {
      const before = environment();
      progress('an empty page');
      const empty = await watch(browser, { alerts: 0, isEmpty: true, seconds });
      progress('200 zones');
      const calm = await watch(browser, { alerts: 0, isEmpty: false, seconds });
      progress('200 zones and 200 alerts');
      const busy = await watch(browser, { alerts: SIZE.alerts, isEmpty: false, seconds });
      const growth = await longRun(browser, `${dashboard}/dist/app`, deltas, progress);
      endProgress();
      return {
        json: {
          environment: { ...before, chromium: browser.version },
          ...{ size: SIZE, seconds, empty, calm, busy, growth },
          firstLoadBytes: busy.firstLoad,
        },
        tables: [
          {
            title: 'At 1 Hz, 20,000 cells; frames in ms while the map is dragged, work at rest',
            rows: [
              ['page', 'p50', 'p95', 'p99', '> 17 ms', '> 33 ms', 'page thread', 'browser'],
              rowOf('empty', empty),
              rowOf('200 zones', calm),
              rowOf('200 zones, 200 alerts', busy),
            ],
          },
          {
            title: 'Memory after a collection, MB, in the long run',
            rows: [['deltas', 'heap', 'nodes'], ...growth.map(growthRow)],
          },
        ],
        notes: [
          `Chromium ${browser.version} without a GPU, at 1440 × 900: it paints on the processor, which a laptop's GPU does beside`,
          `${before.cores} cores that other programs share (load ${before.load}): compare with the empty page of the same run`,
          `the page thread is the script, style and layout work of the page; the browser is every thread of every process`,
          `the page served ${(busy.firstLoad / 1_000).toFixed(0)} kB (gzip) until its map stood, with what it loads on demand`,
        ],
      };
    } finally {
      await browser.close();
    }
  },
};
