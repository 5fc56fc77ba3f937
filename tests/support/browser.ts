import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { onTestFinished } from 'vitest';
import { toolPath } from './system-tools.js';

const RESULTS = fileURLToPath(new URL('../../test-results', import.meta.url));

/** A real Chromium that talks to nobody but the page under test. */
export const launchBrowser = (): Promise<Browser> =>
  chromium.launch({
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

/** The same, closed with the test. */
export const startBrowser = async (): Promise<Browser> => {
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
