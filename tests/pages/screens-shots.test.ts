import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, it } from 'vitest';
import { type BrowserWindows, launchBrowser } from '../support/browser.js';
import { builtDashboard } from '../support/built-dashboard.js';
import { type LiveFixture, startLiveFixture } from '../support/live-fixture.js';
import { describeWith } from '../support/system-tools.js';

/** `npm run shots` takes the pictures of docs/screens.md anew; without its word nothing is written. */
const isAsked = process.env.THRONG_SCREENS === 'take';
const images = fileURLToPath(new URL('../../docs/images', import.meta.url));

const desktop = { width: 1400, height: 800 };
const phone = { width: 390, height: 844 };

describeWith(['chromium'], '[E] the pictures of the handbook', () => {
  let browser: BrowserWindows;
  let fixture: LiveFixture;
  beforeAll(async () => {
    if (!isAsked) return;
    mkdirSync(images, { recursive: true });
    browser = await launchBrowser();
    fixture = await startLiveFixture(builtDashboard(), 'busy');
  });
  afterAll(async () => {
    await browser?.close();
    await fixture?.close();
  });

  const liveParts = async (page: Page) => {
    await page.locator('.alert-section .alert').first().waitFor();
    for (let second = 0; second < 60; second += 1) fixture.tick();
  };
  const openZone = async (page: Page) => {
    await liveParts(page);
    await page.locator('[data-zone="standing"] button').first().click();
    await page.locator('.chart canvas').waitFor();
    for (let second = 0; second < 120; second += 1) fixture.tick();
  };

  it.skipIf(!isAsked).each([
    { name: 'live-dark', theme: 'dark', size: desktop, path: '', act: liveParts },
    { name: 'live-light', theme: 'light', size: desktop, path: '', act: liveParts },
    { name: 'live-phone', theme: 'dark', size: phone, path: '', act: liveParts },
    { name: 'zone', theme: 'dark', size: desktop, path: '', act: openZone },
    {
      name: 'what-if',
      theme: 'light',
      size: desktop,
      path: '',
      act: async (page: Page) => {
        await openZone(page);
        await page.getByRole('button', { name: 'What if…' }).click();
        await page.getByRole('dialog').waitFor();
      },
    },
    {
      name: 'playback',
      theme: 'dark',
      size: desktop,
      path: '#/playback',
      act: async (page: Page) => {
        await page.getByLabel('Hours').fill('0.25');
        await page.getByRole('button', { name: 'Open', exact: true }).click();
        await page.getByRole('slider', { name: 'Position' }).press('PageUp');
      },
    },
    {
      name: 'fleet',
      theme: 'light',
      size: desktop,
      path: '#/fleet',
      act: (page: Page) => page.locator('.agent').first().waitFor(),
    },
    {
      name: 'editor',
      theme: 'dark',
      size: desktop,
      path: '#/editor',
      act: (page: Page) => page.locator('main canvas').first().waitFor(),
    },
    {
      name: 'log-in',
      theme: 'dark',
      size: phone,
      path: 'login.html',
      act: (page: Page) => page.getByRole('button', { name: 'Log in' }).waitFor(),
    },
  ] as const)('$name', async ({ name, theme, size, path, act }) => {
    const context = await browser.newContext({
      ...{ viewport: size, colorScheme: theme, locale: 'en-GB', reducedMotion: 'reduce' },
    });
    context.setDefaultTimeout(20_000);
    const page = await context.newPage();
    await page.goto(`${fixture.url}${path}`);
    await act(page);
    await page.evaluate(() => new Promise((done) => setTimeout(done, 800)));
    await page.screenshot({ path: join(images, `${name}.png`) });
    await context.close();
  });
});
