import { toTimestamp } from '@throng/contract';
import type { Locator, Page } from 'playwright-core';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startBrowser } from '../support/browser.js';
import { builtDashboard } from '../support/built-dashboard.js';
import { EVENING } from '../support/fixture-scene.js';
import { type LiveFixture, startLiveFixture } from '../support/live-fixture.js';
import { describeWith } from '../support/system-tools.js';

/** Red, green and blue of the map at a place of the venue (metres), while the whole venue is shown. */
const mapColour = (page: Page, x: number, y: number): Promise<[number, number, number]> =>
  page.locator('.map').evaluate(
    (map, [metresX, metresY]) => {
      const [top = 0, right = 0, bottom = 0, left = 0] = (map.dataset.padding ?? '')
        .split(' ')
        .map(Number);
      const [width, height] = [map.clientWidth - left - right, map.clientHeight - top - bottom];
      const scale = Math.min(width / 116, height / 80);
      const across = (left + width / 2 + (metresX - 60) * scale) / map.clientWidth;
      const down = (top + height / 2 - (metresY - 42) * scale) / map.clientHeight;
      return [...map.querySelectorAll('canvas')].reduce<[number, number, number]>(
        (below, canvas) => {
          const context = canvas.getContext('2d');
          const place = [canvas.width * across, canvas.height * down] as const;
          const [r = 0, g = 0, b = 0, alpha = 0] = context?.getImageData(...place, 1, 1).data ?? [];
          return alpha > 0 ? [r, g, b] : below;
        },
        [0, 0, 0],
      );
    },
    [x, y] as const,
  );

/** Pixels of the map that are drawn on where an element lies over it; none before the map is drawn at all. */
const drawnUnder = (page: Page, over: string): Promise<number> =>
  page.evaluate((selector) => {
    const [map, cover] = ['.map', selector].map((each) =>
      document.querySelector(each)?.getBoundingClientRect(),
    );
    if (map === undefined || cover === undefined) throw new Error(`no ${selector} on the page`);
    const isDrawn = (rect: DOMRect) =>
      [...document.querySelectorAll<HTMLCanvasElement>('.map canvas')].reduce((sum, canvas) => {
        const [x, y] = [canvas.width / map.width, canvas.height / map.height];
        const place = [(rect.x - map.x) * x, (rect.y - map.y) * y, rect.width * x, rect.height * y];
        const [left = 0, top = 0, wide = 0, high = 0] = place.map(Math.round);
        const pixels = canvas.getContext('2d')?.getImageData(left, top, wide, high).data ?? [];
        return sum + pixels.filter((value, index) => index % 4 === 3 && value > 0).length;
      }, 0);
    return isDrawn(map) === 0 ? -1 : isDrawn(cover);
  }, over);

/** What a reader sees, cell by cell and line by line. */
const shown = (place: Locator): Promise<string> =>
  // biome-ignore lint/performance/useDomNodeTextContent: the text as it is laid out is what is asked for
  place.innerText();

describeWith(['chromium'], '[E] dashboard in a browser', () => {
  let fixture: LiveFixture;
  let page: Page;
  let violations: string[];

  beforeEach(async () => {
    fixture = await startLiveFixture(builtDashboard(), 'busy');
    page = await (await startBrowser()).newPage({
      viewport: { width: 1440, height: 900 },
      colorScheme: 'dark',
    });
    violations = [];
    page.on('console', (message) => {
      if (message.text().includes('Content Security Policy')) violations.push(message.text());
    });
    page.on('pageerror', (error) => violations.push(error.message));
    await page.goto(fixture.url);
    await page.getByRole('heading', { name: 'North Hall' }).waitFor();
  });
  afterEach(() => fixture.close());

  it.each([
    [1366, 800],
    [1920, 1080],
    [1280, 620],
    [1024, 768],
    [768, 1024],
    [390, 844],
  ])('draws nothing of the venue under legend or tools, %i × %i', async (width, height) => {
    await page.setViewportSize({ width, height });
    if (width < 760) await page.locator('.tab-bar').getByText('Map').click();
    const drawn = () =>
      Promise.all(['.legend', '.map-tools'].map((cover) => drawnUnder(page, cover)));
    await expect.poll(drawn).toEqual([0, 0]);
    if (width === 1366) {
      await page.locator('[data-zone="gate-b"] button').click();
      await page.locator('.zone-panel').waitFor();
      await expect.poll(drawn).toEqual([0, 0]);
    }
  });

  it('shows the venue under a policy without inline scripts, inline styles or eval', async () => {
    fixture.tick();
    await page.locator('[data-zone="gate-b"] button').click();
    await page.locator('.chart canvas').waitFor();
    expect(violations).toEqual([]);
    await page.evaluate(() => document.body.insertAdjacentHTML('beforeend', '<i style="top:0">'));
    await expect.poll(() => violations.length).toBeGreaterThan(0);
  });

  it('paints a dense gate warm, an empty corner dark, and hatches what nobody sees', async () => {
    const brightness = async (x: number, y: number) => Math.max(...(await mapColour(page, x, y)));
    await expect.poll(() => brightness(54, 18)).toBeGreaterThan(200);
    const [red, , blue] = await mapColour(page, 54, 18);
    expect(red - blue).toBeGreaterThan(100);
    expect(await brightness(86, 5), 'in an empty corner').toBeLessThan(80);
    const plaza = await Promise.all(
      Array.from({ length: 16 }, (_, step) => mapColour(page, 110 + step / 10, 60)),
    );
    const isGrey = ([r, g, b]: number[]) =>
      Math.abs((r ?? 0) - (g ?? 0)) + Math.abs((g ?? 0) - (b ?? 0)) < 40;
    expect(plaza.every(isGrey), 'the plaza has no colour').toBe(true);
    expect(new Set(plaza.map(String)).size, 'the plaza is hatched').toBeGreaterThan(1);
  });

  it('lists alerts with their numbers, crowd before equipment', async () => {
    const alerts = page.locator('.alert-section > .scroll > ol .alert');
    await expect.poll(() => alerts.count()).toBe(5);
    await expect
      .poll(() => shown(alerts.first()))
      .toMatch(
        /Critical\s+Gate B queue[\s\S]+persons\/m² \(limit 3\.5\) for .+rising 0\.4\/min; clears below 3\.15/,
      );
    expect(await shown(alerts.nth(1))).toMatch(/Will pass 3\.5 persons\/m² in about 5\smin/);
    expect(await shown(alerts.nth(3))).toContain('No video signal');
  });

  it('[LV8] says of a zone what the next minutes bring', async () => {
    await page.locator('[data-zone="standing"] button').click();
    const outlook = page.locator('.outlook');
    await expect.poll(() => outlook.locator('th').count()).toBe(5);
    expect(await shown(outlook)).toMatch(/84\s% to pass 3\.5 within 5\smin/);
    await page.getByRole('img', { name: /expected in 15\smin/ }).waitFor();
  });

  it('announces a new critical alert assertively', async () => {
    fixture.raise({
      id: 'new-1',
      category: 'crowd',
      priority: 'critical',
      state: 'active',
      raisedAt: toTimestamp(EVENING + 1_000),
      changedAt: toTimestamp(EVENING + 1_000),
      clearedAt: null,
      reason: {
        kind: 'density',
        zone: 'east-stairs',
        density: 2.8,
        sigma: 0.2,
        threshold: 2.7,
        persons: 500,
        coverage: 1,
        sustainedSeconds: 10,
        onDelaySeconds: 10,
        clearsBelow: 2.4,
        offDelaySeconds: 30,
        trend: null,
      },
    });
    fixture.tick();
    await expect
      .poll(() => shown(page.locator('[aria-live="assertive"]')))
      .toContain('Critical: East stairs');
    expect(await shown(page.locator('[aria-live="assertive"]'))).not.toContain('Gate B');
  });

  it('says unknown, and why, where nobody measures; a part that is seen gives a lower bound', async () => {
    const row = (zone: string) => shown(page.locator(`[data-zone="${zone}"]`));
    await expect.poll(() => row('plaza')).toMatch(/Unknown\s+\?\s+no camera covers it/);
    expect(await row('west-passage')).toMatch(/\?\s+camera silent, last seen/);
    expect(await row('concourse')).toMatch(/60\s% seen[\s\S]+≥ \d/);
    expect(await shown(page.locator('.people'))).toMatch(/≥ [\d,]+\s+± \d+/);
    await page.locator('[data-zone="plaza"] button').click();
    expect(await shown(page.locator('.zone-panel'))).toContain('No camera covers this zone.');
  });

  it('takes a new snapshot after a gap in the numbers', async () => {
    fixture.tick();
    await expect.poll(() => shown(page.locator('.clock'))).toContain(':01');
    fixture.skip();
    await expect.poll(fixture.connections).toBe(2);
    fixture.tick();
    await expect.poll(() => shown(page.locator('.clock'))).toContain(':03');
  });

  it('says how old the picture is while the server is away, and comes back by itself', async () => {
    fixture.setDown(true);
    fixture.drop();
    await page.getByText('Disconnected').waitFor();
    await page.getByText(/Picture is \d+\ss old/).waitFor({ timeout: 15_000 });
    expect(await page.locator('main').getAttribute('class')).toContain('is-outdated');
    fixture.setDown(false);
    await page.locator('.connection-state').getByText('Live').waitFor({ timeout: 20_000 });
    await expect.poll(() => page.getByText(/Picture is/).count()).toBe(0);
  });

  it('counts a message that breaks the contract and goes on', async () => {
    fixture.say('{"type":"delta","v":1,"sequence":1}');
    fixture.tick();
    await expect.poll(() => shown(page.locator('.clock'))).toContain(':01');
    await page.locator('.connection-state').click();
    expect(await shown(page.locator('#connection-details'))).toMatch(/Messages refused\s+1/);
  });

  it('shows alerts first at phone width, and each part by its tab', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.locator('.alert-section').waitFor();
    expect(await page.locator('.map-section').isVisible()).toBe(false);
    await page.locator('.tab-bar').getByText('Map').click();
    await expect.poll(() => page.locator('.map-section').isVisible()).toBe(true);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
  });

  it('remembers the theme that was chosen', async () => {
    const theme = () => page.locator('html').getAttribute('data-theme');
    await page.getByRole('button', { name: /^Theme/ }).click();
    expect(await theme()).toBe('dark');
    await page.getByRole('button', { name: /^Theme/ }).click();
    await page.reload();
    expect(await theme()).toBe('light');
  });

  it('goes back by the time slider, says so, and comes back to now', async () => {
    const slider = page.getByRole('slider', { name: 'Time shown on the map' });
    await slider.focus();
    await slider.fill('650');
    await page
      .locator('.time-strip')
      .getByText(/^Past: 17:23:\d\d/)
      .waitFor();
    expect(await page.locator('.alert-section .alert').count(), 'alerts stay live').toBeGreaterThan(
      0,
    );
    await slider.press('End');
    await page.getByText('Expected in 15 min, with').waitFor();
    await page.getByRole('button', { name: 'Back to now' }).click();
    await expect.poll(() => page.locator('.time-strip').count()).toBe(0);
    expect(violations).toEqual([]);
  });

  it('tells engineers what is wrong with the fleet, and what mends it', async () => {
    await page.getByRole('link', { name: 'Fleet' }).click();
    const north = page.getByRole('region', { name: 'edge-north', exact: true });
    expect(await shown(north)).toMatch(/Clock 0\.8\ss ahead\s+Give box and server the same time/);
    await page.goBack();
    await page.locator('.map-section').waitFor();
    expect(violations).toEqual([]);
  });

  it('plays an evening again, and says that it is past', async () => {
    await page.getByRole('link', { name: 'Playback' }).click();
    await page.getByLabel('Hours').fill('1');
    await page.getByRole('button', { name: 'Open' }).click();
    const strip = page.locator('.time-strip');
    await strip.getByText(/^Past: \w+ \d+ \w+, \d\d:\d\d:00/).waitFor();
    const begin = await shown(strip);
    await page.getByRole('button', { name: 'Play' }).click();
    await expect.poll(() => shown(strip)).not.toBe(begin);
    await page.getByRole('button', { name: 'Pause' }).click();
    await page.getByRole('slider', { name: 'Position' }).press('End');
    await page.getByText('1 h 00 min of 1 h 00 min').waitFor();
    expect(violations).toEqual([]);
  });
});
