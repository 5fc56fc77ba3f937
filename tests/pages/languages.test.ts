import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { PERMISSIONS } from '../../control-server/src/access/permissions.js';
import { type Language, languages } from '../../dashboard/src/texts/language.js';
import { type BrowserWindows, launchBrowser, screenshot } from '../support/browser.js';
import { builtDashboard } from '../support/built-dashboard.js';
import { type LiveFixture, startLiveFixture } from '../support/live-fixture.js';
import { describeWith } from '../support/system-tools.js';

/** `THRONG_SHOTS=1` leaves a picture of each page behind, for eyes to judge. */
const isAlbum = process.env.THRONG_SHOTS !== undefined;

const sizes = {
  desktop: { width: 1440, height: 900 },
  phone: { width: 390, height: 844 },
} as const;
type Size = keyof typeof sizes;

const tags = ['en', 'de', 'fr', 'es'] as const satisfies readonly Language[];

/** Somebody who may do everything, so that every button is there. */
const session = {
  kind: 'account',
  name: 'annemarie.lindqvist',
  role: 'admin',
  permissions: PERMISSIONS,
  zones: null,
  language: null,
  endsAt: '2026-07-05T03:00:00.000Z',
};

/** What sticks out of the page sideways, and every button, tab or link that hides a part of its words. */
const misfits = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    const scrolls = (element: Element): boolean =>
      element.parentElement !== null &&
      (['auto', 'scroll'].includes(getComputedStyle(element.parentElement).overflowX) ||
        scrolls(element.parentElement));
    const isSeen = (element: Element) =>
      element.checkVisibility({ visibilityProperty: true }) &&
      element.closest('.skip, .hidden') === null;
    const fault = (element: Element): string | null => {
      const box = element.getBoundingClientRect();
      const words = document.createRange();
      words.selectNodeContents(element);
      const text = words.getBoundingClientRect();
      const isMeant = getComputedStyle(element.querySelector('*') ?? element).textOverflow;
      if (!scrolls(element) && (box.left < -1 || box.right > clientWidth + 1)) return 'outside';
      if (isMeant !== 'ellipsis' && (text.left < box.left - 1 || text.right > box.right + 1))
        return 'clipped';
      return null;
    };
    const faults = [...document.querySelectorAll('button, a, summary, th')]
      .filter(isSeen)
      .flatMap((element) => {
        const what = fault(element);
        return what === null
          ? []
          : [`${what}: ${element.textContent?.trim()} (${element.className})`];
      });
    return scrollWidth > clientWidth
      ? [`the page is ${scrollWidth - clientWidth} px too wide`, ...faults]
      : faults;
  });

describeWith(['chromium'], '[E] the page in each language', () => {
  let browser: BrowserWindows;
  let fixture: LiveFixture;
  let page: Page;

  let folder: string;

  beforeAll(async () => {
    folder = builtDashboard();
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    fixture = await startLiveFixture(folder, 'busy');
  });
  afterEach(async () => {
    await page.context().close();
    await fixture.close();
  });

  const open = async (language: Language) => {
    const context = await browser.newContext({
      viewport: sizes.desktop,
      colorScheme: 'dark',
      locale: languages[language].locale,
    });
    page = await context.newPage();
    await page.route('**/api/v1/session', (route) => route.fulfill({ json: session }));
    await page.goto(fixture.url);
  };

  it.each(tags)(
    '%s: nothing is cut off or sticks out, on a desktop and on a phone',
    async (tag) => {
      await open(tag);
      await page.locator('.alert-section .alert').first().waitFor({ state: 'attached' });
      await page.locator('.who').waitFor();
      for (let tick = 0; tick < 30; tick += 1) fixture.tick();
      expect(await page.locator('html').getAttribute('lang')).toBe(tag);
      const look = async (size: Size, name: string) => {
        await page.setViewportSize(sizes[size]);
        if (isAlbum) await screenshot(page, `language-${tag}-${size}-${name}`);
        expect(await misfits(page), `${name} on a ${size}`).toEqual([]);
      };
      const lookBoth = async (name: string) => {
        for (const size of ['desktop', 'phone'] as const) await look(size, name);
      };
      await lookBoth('live');
      const tabs = page.locator('.tab-bar button');
      for (let index = 0; index < (await tabs.count()); index += 1) {
        await tabs.nth(index).click();
        await look('phone', `tab-${index}`);
      }
      await tabs.nth(2).click();
      await page.locator('[data-zone="gate-b"] button').click();
      await page.locator('.zone-panel .outlook').waitFor();
      await lookBoth('panel');
      for (const name of ['playback', 'fleet', 'editor', 'notifications', 'access', 'drill']) {
        await page.goto(`${fixture.url}#/${name}`);
        await page.locator(`.page-nav a[href="#/${name}"][aria-current]`).waitFor();
        await page.locator('.waiting').waitFor({ state: 'detached' });
        await lookBoth(name);
      }
      await page.goto(`${fixture.url}steward.html`);
      await page.locator('.steward-main').waitFor();
      await lookBoth('steward');
      await page.getByRole('navigation').getByRole('button').last().click();
      await lookBoth('steward-told');
      await page.unroute('**/api/v1/session');
      await page.goto(`${fixture.url}login.html`);
      await page.locator('.log-in').waitFor();
      await lookBoth('log-in');
    },
  );

  it('a language is chosen by its own name, at once, and remembered', async () => {
    await open('en');
    await page.getByRole('combobox', { name: 'Language' }).selectOption({ label: 'Deutsch' });
    await page.getByRole('heading', { name: 'Alarme', exact: true }).waitFor();
    await page.reload();
    await page.getByRole('combobox', { name: 'Sprache' }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('de');
    await page.unroute('**/api/v1/session');
    await page.goto(`${fixture.url}login.html`);
    await page.getByRole('combobox', { name: 'Sprache' }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('de');
  });

  it('only the chosen language is loaded; where it cannot be, the page is English', async () => {
    const context = await browser.newContext({ locale: 'fr-FR' });
    page = await context.newPage();
    const asked: string[] = [];
    await page.route(/\/(german|french|spanish)-[^/]+\.js$/, (route) => {
      asked.push(route.request().url());
      return route.abort();
    });
    await page.goto(fixture.url);
    await page.getByRole('heading', { name: 'Alerts', exact: true }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    expect(asked).toHaveLength(1);
    expect(asked[0]).toContain('/french-');
  });
});
