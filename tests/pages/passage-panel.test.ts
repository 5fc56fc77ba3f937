import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { PassageForecast } from '@throng/contract';
import { toTimestamp } from '@throng/contract';
import type { Locator, Page } from 'playwright-core';
import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { startBrowser } from '../support/browser.js';
import { builtDashboard } from '../support/built-dashboard.js';
import { EVENING } from '../support/fixture-scene.js';
import { type LiveFixture, startLiveFixture } from '../support/live-fixture.js';
import { describeWith } from '../support/system-tools.js';

/** `THRONG_SHOTS=folder` keeps what was seen, for eyes to judge. */
const album = process.env.THRONG_SHOTS;

const between = (flow: number) => ({
  flow,
  low80: flow * 0.8,
  high80: flow * 1.2,
  low95: flow * 0.7,
  high95: flow * 1.3,
});

const forecasts: PassageForecast[] = [
  {
    passage: 'door-b',
    at: toTimestamp(EVENING),
    horizons: [60, 120, 300, 600, 900].map((seconds) => ({
      seconds,
      in: between(600 - seconds / 10),
      out: between(10),
    })),
  },
  { passage: 'exit-a', at: toTimestamp(EVENING), horizons: [] },
];

/** What a reader sees, cell by cell and line by line. */
const shown = (place: Locator): Promise<string> =>
  // biome-ignore lint/performance/useDomNodeTextContent: the text as it is laid out is what is asked for
  place.innerText();

/** Presses the map at a place of the venue (metres), while the whole venue is shown. */
const pressMap = async (page: Page, x: number, y: number): Promise<void> => {
  const map = page.locator('.map');
  const { height, padding, width } = await map.evaluate((shown) => ({
    width: shown.clientWidth,
    height: shown.clientHeight,
    padding: (shown.dataset.padding ?? '').split(' ').map(Number),
  }));
  const [top = 0, right = 0, bottom = 0, left = 0] = padding;
  const [across, down] = [width - left - right, height - top - bottom];
  const scale = Math.min(across / 116, down / 80);
  const position = {
    x: left + across / 2 + (x - 60) * scale,
    y: top + down / 2 - (y - 42) * scale,
  };
  await map.click({ position });
};

describeWith(['chromium'], '[E] passage panel', () => {
  let folder: string;
  let fixture: LiveFixture;
  let page: Page;
  let faults: string[];

  const open = async (scheme: 'dark' | 'light', width = 1440) => {
    page = await (await startBrowser()).newPage({
      viewport: { width, height: 900 },
      colorScheme: scheme,
    });
    faults = [];
    page.on('console', (message) => {
      if (message.text().includes('Content Security Policy')) faults.push(message.text());
    });
    page.on('pageerror', (error) => faults.push(error.message));
    await page.route('**/api/v1/passage-forecasts', (route) => route.fulfill({ json: forecasts }));
    await page.goto(fixture.url);
    await page.getByRole('heading', { name: 'North Hall' }).waitFor();
  };
  const shoot = async (name: string) => {
    if (album === undefined) return;
    mkdirSync(album, { recursive: true });
    await page.screenshot({ path: join(album, `passage-${name}.png`) });
  };
  const panel = (name: string) => page.getByRole('complementary', { name });

  beforeAll(() => {
    folder = builtDashboard();
  });
  beforeEach(async () => {
    fixture = await startLiveFixture(folder, 'busy');
    await open('dark');
  });
  afterEach(async () => {
    expect(faults).toEqual([]);
    await page.close();
    await fixture.close();
  });

  it('opens on a click beside its line, with flow, load, forecast, sides and cameras', async () => {
    fixture.tick();
    await pressMap(page, 43, 22.6);
    const door = panel('Door B');
    await expect.poll(() => door.locator('.outlook tbody').count()).toBe(2);
    const text = await shown(door);
    expect(text).toMatch(/Gate B queue → South concourse\s+\d+\s% full/);
    expect(text).toMatch(/To South concourse\s+[1-9]\d* persons\/min/);
    expect(text).toMatch(/To South concourse\s+594\s+475–713/);
    expect(text).toMatch(/Critical, \d\.\d \/m²/);
    expect(text).toContain('counted from beside it');
    await shoot('desktop-dark');
    await door.getByRole('button', { name: 'South concourse' }).click();
    await panel('South concourse').waitFor();
    expect(await door.count()).toBe(0);
  });

  it('[LV9] says unknown, why, and who could count', async () => {
    await page.locator('.tabs').getByText('Passages').click();
    await page.locator('[data-passage="exit-a"] button').click();
    const street = panel('Street A');
    await street.getByText('No forecast: it was not counted for the last minute').waitFor();
    const text = await shown(street);
    expect(text).toMatch(/Unknown[\s\S]+\? No camera has counted here for a minute/);
    expect(text).toContain('No camera sees this line: nobody counts it.');
    expect(text).toContain('Outside');
    await shoot('unknown-dark');
  });

  it('is reached by keys alone, fullest first, and closed by Escape', async () => {
    await page.locator('.tabs').getByText('Passages').press('Enter');
    const rows = page.locator('[data-passage]');
    await expect.poll(() => rows.count()).toBe(5);
    const ids = await rows.evaluateAll((all) => all.map((row) => row.getAttribute('data-passage')));
    expect([ids[0], ids.at(-1)]).toEqual(['door-b', 'exit-a']);
    await rows.first().getByRole('button').press('Enter');
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.id))
      .toBe('passage-heading');
    await page.keyboard.press('Escape');
    await expect.poll(() => panel('Door B').count()).toBe(0);
  });

  it('opens from a zone and from an alert that names it, and asks what if it were closed', async () => {
    await page.locator('.alert-what').getByRole('button', { name: 'Hall door' }).click();
    await panel('Hall door').waitFor();
    await page.locator('[data-zone="gate-b"] button').click();
    const zone = panel('Gate B queue');
    await expect.poll(() => shown(zone)).toMatch(/Door B\s+in \d+, out [1-9]\d* \/min/);
    await zone.getByRole('button', { name: 'Door B' }).click();
    await panel('Door B').getByRole('button', { name: 'What if…' }).click();
    const dialog = page.getByRole('dialog', { name: 'What if: Gate B queue' });
    expect(await dialog.getByLabel('Door B').inputValue()).toBe('close');
    await dialog.getByRole('button', { name: 'Close' }).click();
    expect(await panel('Door B').isVisible(), 'the panel stays').toBe(true);
  });

  it('fits a phone, in light too', async () => {
    await page.close();
    await open('light', 390);
    await page.locator('.tab-bar').getByText('Passages').click();
    await page.locator('[data-passage="door-b"]').waitFor();
    await shoot('phone-list-light');
    await page.locator('[data-passage="door-b"] button').click();
    await expect.poll(() => panel('Door B').locator('.outlook tbody').count()).toBe(2);
    const overflow = await panel('Door B').evaluate((all) => all.scrollWidth - all.clientWidth);
    expect(overflow).toBe(0);
    await shoot('phone-light');
  });
});
