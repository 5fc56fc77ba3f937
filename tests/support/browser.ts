import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { onTestFinished } from 'vitest';
import { toolPath } from './system-tools.js';

const RESULTS = fileURLToPath(new URL('../../test-results', import.meta.url));

/** What tests need of a browser. Contexts share neither cookies nor storage. */
export type BrowserWindows = Pick<Browser, 'newContext' | 'newPage' | 'close'>;

let running: Promise<Browser> | undefined;

const forget = (): void => {
  running = undefined;
};

/** A real Chromium that talks to nobody but the page under test. One for all test files of a worker: it ends with it. */
const browserOfWorker = (): Promise<Browser> => {
  running ??= chromium.launch({
    executablePath: toolPath('chromium'),
    args: [
      '--headless=new',
      '--no-sandbox', // a container has no namespaces to build one from
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  // One that crashed takes a test with it, not all that follow.
  running.then((browser) => browser.on('disconnected', forget), forget);
  return running;
};

/** Windows of the worker's Chromium; closing them leaves it running. */
export const launchBrowser = async (): Promise<BrowserWindows> => {
  const browser = await browserOfWorker();
  const contexts: BrowserContext[] = [];
  const newContext: Browser['newContext'] = async (options) => {
    const context = await browser.newContext(options);
    contexts.push(context);
    return context;
  };
  return {
    newContext,
    newPage: async (options) => (await newContext(options)).newPage(),
    close: async () => {
      await Promise.all(contexts.splice(0).map((context) => context.close()));
    },
  };
};

/** The same, closed with the test. */
export const startBrowser = async (): Promise<BrowserWindows> => {
  const browser = await launchBrowser();
  onTestFinished(() => browser.close());
  return browser;
};

/** Keeps a picture of the page under test-results/ for people to look at. */
export const screenshot = async (page: Page, name: string): Promise<string> => {
  await mkdir(RESULTS, { recursive: true });
  const path = join(RESULTS, `${name}.png`);
  await page.screenshot({ path });
  return path;
};
