import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type CDPSession, chromium, type Page } from 'playwright-core';
import { cpuSeconds } from '../shared/cpu-time.js';

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

export interface MeasuredPage {
  readonly page: Page;
  /** Seconds on a core so far: of the page's own thread, and of the whole browser. */
  readonly cpu: () => Promise<{ readonly page: number; readonly browser: number }>;
  /** After a collection of garbage. */
  readonly memory: () => Promise<{ readonly heapMegabytes: number; readonly nodes: number }>;
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
        cpu: async () => ({
          page: (await metrics(session)).TaskDuration ?? 0,
          browser: cpuSeconds(pid),
        }),
        memory: async () => {
          await session.send('HeapProfiler.collectGarbage');
          const { JSHeapUsedSize = 0, Nodes = 0 } = await metrics(session);
          return { heapMegabytes: JSHeapUsedSize / 1_000_000, nodes: Nodes };
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
