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

  it('[LV12] says what the map marks: the bottleneck and where people wait before it', async () => {
    const map = page.locator('.map');
    const spoken = page.locator(`[id="${await map.getAttribute('aria-describedby')}"]`);
    expect(await spoken.textContent()).toBe('Bottleneck: Door B. People wait in Gate B queue.');
    expect(await spoken.getAttribute('aria-live')).toBe('polite');
    const queue = page.locator('[data-zone="gate-b"]');
    expect(await queue.textContent()).toContain('Queue before Door B');
    await page.locator('.list-section .tabs').getByText('Passages').click();
    await page
      .locator('[data-passage="door-b"]', { hasText: 'Bottleneck, 1,497 before it' })
      .waitFor();
  });

  it('logs in without a mouse: name, password, Enter', async () => {
    const context = await browser.newContext();
    const door = await context.newPage();
    const given: unknown[] = [];
    await door.route('**/api/v1/session', (route) => {
      if (route.request().method() !== 'POST') return route.fallback();
      given.push(route.request().postDataJSON());
      return route.fulfill({ json: {} });
    });
    await door.goto(`${fixture.url}login.html`);
    await door.getByRole('heading', { name: 'Log in' }).waitFor();
    const isAt = (label: string) =>
      door.getByLabel(label, { exact: true }).evaluate((field) => field === document.activeElement);
    for (let step = 0; step < 10 && !(await isAt('Name')); step += 1) {
      await door.keyboard.press('Tab');
    }
    await door.keyboard.type('ada');
    await door.keyboard.press('Tab');
    expect(await isAt('Password')).toBe(true);
    await door.keyboard.type('correct horse battery');
    await door.keyboard.press('Enter');
    await door.locator('.alert-section').waitFor();
    expect(given).toEqual([{ name: 'ada', password: 'correct horse battery' }]);
    await context.close();
  });

  it('moves nothing for who wants stillness: no animation, no transition, not of the map’s parts', async () => {
    const context = await browser.newContext({ reducedMotion: 'reduce' });
    const still = await context.newPage();
    await still.goto(fixture.url);
    await still.locator('.alert.is-unanswered').first().waitFor();
    await still.locator('.map canvas').first().waitFor();
    const moving = await still.evaluate(() => {
      const longest = (list: string) => Math.max(...list.split(',').map(Number.parseFloat));
      return [...document.querySelectorAll('*')].flatMap((element) => {
        const { animationDuration, animationName, transitionDuration } = getComputedStyle(element);
        const isStill =
          (animationName === 'none' || longest(animationDuration) <= 0.01) &&
          longest(transitionDuration) <= 0.01;
        return isStill ? [] : [element.className];
      });
    });
    expect(moving).toEqual([]);
    /** The map a few frames after an act, against itself before and a second's worth of frames later. */
    const picturesOf = (act: 'pan' | 'zoom') =>
      still.evaluate(async (which) => {
        const map = document.querySelector('.map');
        const frames = async (count: number) => {
          for (let frame = 0; frame < count; frame += 1) await new Promise(requestAnimationFrame);
        };
        const picture = () =>
          [...(map?.querySelectorAll('canvas') ?? [])].map((canvas) => canvas.toDataURL()).join();
        const before = picture();
        if (which === 'pan') {
          map?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }));
        } else {
          document.querySelector<HTMLElement>('.map-tools button')?.click();
        }
        await frames(3);
        const soon = picture();
        await frames(60);
        return { hasMoved: soon !== before, isDone: soon === picture() };
      }, act);
    for (const act of ['zoom', 'pan'] as const) {
      expect(await picturesOf(act), act).toEqual({ hasMoved: true, isDone: true });
    }
    await context.close();
  });
});
