import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type BrowserWindows, launchBrowser } from '../support/browser.js';
import { builtDashboard } from '../support/built-dashboard.js';
import { type LiveFixture, startLiveFixture } from '../support/live-fixture.js';
import { describeWith } from '../support/system-tools.js';

/** More than the live page has places to stop at: a walk that is longer is caught in a trap. */
const STEPS = 120;

describeWith(['chromium'], '[E] the live page by keyboard alone', () => {
  let browser: BrowserWindows;
  let fixture: LiveFixture;
  let page: Page;
  beforeAll(async () => {
    browser = await launchBrowser();
    fixture = await startLiveFixture(builtDashboard(), 'busy');
    page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    page.setDefaultTimeout(10_000);
    await page.goto(fixture.url);
    await page.locator('.alert-section .alert').first().waitFor();
  });
  afterAll(async () => {
    await browser?.close();
    await fixture?.close();
  });

  /** Where the focus is: what it is called, whether it can be seen, and whether the page has it at all. */
  const focus = () =>
    page.evaluate(() => {
      const at = document.activeElement;
      if (at === null || at === document.body) return null;
      const { outlineStyle, outlineWidth } = getComputedStyle(at);
      const name = at.getAttribute('aria-label') ?? at.textContent ?? '';
      const isSeen = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0;
      return { name: name.trim().slice(0, 40), isSeen };
    });

  it('stops everywhere where something can be done, visibly, and lets go again', async () => {
    const stops: string[] = [];
    const unseen: string[] = [];
    for (let step = 0; step < STEPS; step += 1) {
      await page.keyboard.press('Tab');
      const at = await focus();
      if (at === null) break;
      stops.push(at.name);
      if (!at.isSeen) unseen.push(at.name);
    }
    expect(stops.length, 'a way out').toBeLessThan(STEPS);
    expect(unseen).toEqual([]);
    expect(stops[0]).toBe('Skip to alerts');
    for (const name of [
      'Live',
      'Acknowledge',
      'Zoom in',
      'Time shown on the map',
      'Gate B queue',
    ]) {
      expect(stops, name).toContain(name);
    }
  });

  it('skips to the alerts, opens a zone and comes out of it', async () => {
    await page.reload();
    await page.locator('.alert-section .alert').first().waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await focus()).toMatchObject({ name: 'Gate B queue' });
    await page.keyboard.press('Enter');
    await page.locator('.zone-panel').waitFor();
    await expect.poll(focus).toMatchObject({ name: 'Gate B queue' });
    await page.keyboard.press('Escape');
    await expect.poll(() => page.locator('.zone-panel').count()).toBe(0);
  });
});
