import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type CDPSession, chromium, type Page } from 'playwright-core';
import { rounded } from '../shared/statistics.js';
import { type BrowserSeconds, browserSeconds } from './threads.js';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

const isExecutable = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

const chromiumPath = (): string => {
  const onPath = (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => NAMES.map((name) => join(folder, name)));
  const path = process.env.CHROMIUM ?? onPath.find(isExecutable);
  if (path === undefined) throw new Error('chromium is not installed; set CHROMIUM to its path');
  return path;
};

export interface MeasuredBrowser {
  readonly version: string;
  readonly open: (url: string) => Promise<MeasuredPage>;
  readonly close: () => Promise<void>;
}

/** What a page holds, after a collection of garbage. */
export interface Held {
  readonly heapMegabytes: number;
  /** Nodes, also those that no document shows any more. */
  readonly nodes: number;
  readonly listeners: number;
}

export interface MeasuredPage {
  readonly page: Page;
  readonly cpu: () => BrowserSeconds;
  readonly held: () => Promise<Held>;
  readonly close: () => Promise<void>;
}

/** A Chromium without a GPU, whose every thread's time is counted. */
export const launchMeasured = async (): Promise<MeasuredBrowser> => {
  const server = await chromium.launchServer({
    executablePath: chromiumPath(),
    args: ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  const browser = await chromium.connect(server.wsEndpoint());
  const { pid } = server.process();
  if (pid === undefined) throw new Error('chromium did not start');
  return {
    version: browser.version(),
    open: async (url) => {
      const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
      const page = await context.newPage();
      const session = await context.newCDPSession(page);
      await session.send('Performance.enable');
      await page.goto(url);
      return {
        page,
        cpu: () => browserSeconds(pid),
        held: async () => {
          await session.send('HeapProfiler.collectGarbage');
          const { JSHeapUsedSize = 0, Nodes = 0, JSEventListeners = 0 } = await metrics(session);
          const heapMegabytes = rounded(JSHeapUsedSize / 1_000_000, 2);
          return { heapMegabytes, nodes: Nodes, listeners: JSEventListeners };
        },
        close: () => context.close(),
      };
    },
    close: async () => {
      await browser.close();
      await server.close();
    },
  };
};

const metrics = async (session: CDPSession): Promise<Readonly<Record<string, number>>> => {
  const { metrics: found } = await session.send('Performance.getMetrics');
  return Object.fromEntries(found.map(({ name, value }) => [name, value]));
};
