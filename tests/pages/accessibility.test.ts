import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { axeFindings } from '../support/axe.js';
import { type BrowserWindows, launchBrowser } from '../support/browser.js';
import { builtDashboard } from '../support/built-dashboard.js';
import type { Scenario } from '../support/fixture-scene.js';
import { type LiveFixture, startLiveFixture } from '../support/live-fixture.js';
import { describeWith } from '../support/system-tools.js';

const sizes = {
  desktop: { width: 1440, height: 900 },
  phone: { width: 390, height: 844 },
} as const;

const looks = (['desktop', 'phone'] as const).flatMap((size) =>
  (['dark', 'light'] as const).map((theme) => ({ size, theme })),
);

/** Each size and each theme once: what depends on both is tested on the live page. */
const pairs = [
  { size: 'desktop', theme: 'light' },
  { size: 'phone', theme: 'dark' },
] as const;

describeWith(['chromium'], '[E] axe finds nothing', () => {
  let browser: BrowserWindows;
  let fixture: LiveFixture;
  let context: BrowserContext | undefined;
  beforeAll(async () => {
    browser = await launchBrowser();
    fixture = await startLiveFixture(builtDashboard(), 'busy');
  });
  afterEach(() => context?.close());
  afterAll(async () => {
    await browser?.close();
    await fixture?.close();
  });

  const open = async (
    { size, theme }: (typeof looks)[number],
    { scenario = 'busy', path = '' }: { scenario?: Scenario; path?: string } = {},
  ): Promise<Page> => {
    fixture.play(scenario);
    context = await browser.newContext({
      viewport: sizes[size],
      colorScheme: theme,
      reducedMotion: 'reduce',
    });
    context.setDefaultTimeout(10_000);
    const page = await context.newPage();
    await page.goto(`${fixture.url}${path}`);
    return page;
  };

  const section = (page: Page, name: string) => page.locator('.tab-bar').getByText(name).click();

  it.each(looks)('on the live page, $size $theme', async (look) => {
    const page = await open(look);
    await page.locator('.alert-section').waitFor();
    expect.soft(await axeFindings(page), 'alerts').toEqual([]);
    if (look.size === 'phone') {
      for (const name of ['Map', 'Devices', 'Zones']) {
        await section(page, name);
        expect.soft(await axeFindings(page), name).toEqual([]);
      }
    } else {
      await page.locator('.list-section .tabs').getByText('Devices').click();
      expect.soft(await axeFindings(page), 'devices').toEqual([]);
      await page.locator('.list-section .tabs').getByText('Zones').click();
    }
    await page.locator('[data-zone="gate-b"] button').click();
    await page.locator('.chart canvas').waitFor();
    expect.soft(await axeFindings(page), 'zone panel').toEqual([]);
    await page.getByRole('button', { name: 'What if…' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Run the plans' }).waitFor();
    expect.soft(await axeFindings(page), 'what-if dialog').toEqual([]);
  });

  it.each(pairs)('when all is calm, $size $theme', async (look) => {
    const page = await open(look, { scenario: 'calm' });
    await page.getByText('No active crowd alerts').waitFor();
    expect.soft(await axeFindings(page)).toEqual([]);
  });

  it.each(pairs)('on the other pages, $size $theme', async (look) => {
    const page = await open(look, { path: '#/playback' });
    await page.getByRole('heading', { name: 'Playback' }).waitFor();
    expect.soft(await axeFindings(page), 'playback, nothing chosen').toEqual([]);
    await page.getByLabel('Hours').fill('0.25');
    await page.getByRole('button', { name: 'Open' }).click();
    await page.getByRole('button', { name: 'Play', exact: true }).waitFor();
    expect.soft(await axeFindings(page), 'playback').toEqual([]);
    for (const name of ['fleet', 'editor', 'access']) {
      await page.goto(`${fixture.url}#/${name}`);
      await page.locator('main h2:visible').first().waitFor();
      expect.soft(await axeFindings(page), name).toEqual([]);
    }
    await page.goto(`${fixture.url}login.html`);
    await page.getByRole('heading', { name: 'Log in' }).waitFor();
    expect.soft(await axeFindings(page), 'log-in').toEqual([]);
  });
});
