import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, it } from 'vitest';
import { type BrowserWindows, launchBrowser } from '../support/browser.js';
import { builtDashboard } from '../support/built-dashboard.js';
import { drillRuns, showRuns, showStopped, sitAtDesk } from '../support/fixture-desk.js';
import type { Scenario } from '../support/fixture-scene.js';
import { type LiveFixture, startLiveFixture } from '../support/live-fixture.js';
import { describeWith } from '../support/system-tools.js';

/** `npm run shots` takes the pictures of docs/screens.md anew; without its word nothing is written. */
const isAsked = process.env.THRONG_SCREENS === 'take';
const images = fileURLToPath(new URL('../../docs/images', import.meta.url));

const sizes = { desk: { width: 1400, height: 800 }, phone: { width: 390, height: 844 } } as const;
type Size = keyof typeof sizes;

/** Text stays sharp, and a screen takes some 40 kB. */
const WEBP = { quality: 84, effort: 6 } as const;

/** Frames in which the map and the charts have come to rest. */
const REST = 30;

interface Shot {
  readonly name: string;
  readonly path?: string;
  readonly scenario?: Scenario;
  /** Of the server, in place of the usual ones. */
  readonly answers?: Readonly<Record<string, unknown>>;
  readonly sizes?: readonly Size[];
  readonly act: (page: Page, size: Size) => Promise<void>;
}

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

  const shown = (mark: string) => (page: Page) => page.locator(mark).first().waitFor();
  const live = async (page: Page) => {
    await shown('.alert-section .alert')(page);
    await page.getByRole('button', { name: 'Stop show' }).waitFor();
    for (let second = 0; second < 20; second += 1) fixture.tick();
  };
  const section = (page: Page, size: Size, name: string) =>
    page
      .locator(size === 'phone' ? '.tab-bar' : '.list-section .tabs')
      .getByText(name)
      .click();
  const zone = async (page: Page, size: Size) => {
    await live(page);
    await section(page, size, 'Zones');
    await page.locator('[data-zone="gate-b"] button').click();
    await shown('.chart canvas')(page);
  };

  const shots: readonly Shot[] = [
    { name: 'live', act: live },
    {
      name: 'map',
      sizes: ['phone'],
      act: async (page, size) => {
        await live(page);
        await section(page, size, 'Map');
      },
    },
    { name: 'zone', act: zone },
    {
      name: 'passage',
      act: async (page, size) => {
        await live(page);
        await section(page, size, 'Passages');
        await page.locator('[data-passage="door-b"] button').click();
        await shown('.passage-panel .outlook td')(page);
      },
    },
    {
      name: 'ahead',
      act: async (page, size) => {
        await live(page);
        if (size === 'phone') await section(page, size, 'Map');
        await page.getByRole('slider', { name: 'Time shown on the map' }).press('PageUp');
      },
    },
    {
      name: 'what-if',
      act: async (page, size) => {
        await zone(page, size);
        await page.getByRole('button', { name: 'What if…' }).click();
        await page.getByRole('dialog').getByRole('button', { name: 'Run the plans' }).click();
        await page.getByRole('dialog').getByRole('table').waitFor();
      },
    },
    {
      name: 'show-stop',
      act: async (page) => {
        fixture.stand(showStopped);
        await page.reload();
        await page.getByRole('heading', { name: 'SHOW STOPPED' }).waitFor();
      },
    },
    { name: 'wall', path: '#/wall', act: shown('.wall .alert') },
    {
      name: 'playback',
      path: '#/playback',
      act: async (page) => {
        await page.getByLabel('Hours').fill('0.25');
        await page.getByRole('button', { name: 'Open', exact: true }).click();
        await page.getByRole('slider', { name: 'Position' }).press('PageUp');
      },
    },
    {
      name: 'drill',
      path: '?drill',
      scenario: 'calm',
      answers: { drill: drillRuns },
      act: shown('.alert-section .alert'),
    },
    { name: 'fleet', path: '#/fleet', act: shown('.agent') },
    { name: 'editor', path: '#/editor', act: shown('main canvas') },
    { name: 'notifications', path: '#/notifications', act: shown('.rule-table') },
    { name: 'access', path: '#/access', act: shown('.account-form') },
    { name: 'log-in', path: 'login.html', act: shown('.log-in button[type="submit"]') },
    { name: 'steward', path: 'steward.html', sizes: ['phone'], act: shown('.steward-main') },
  ];

  const cases = shots.flatMap(({ sizes: only = ['desk', 'phone'], ...shot }) =>
    only.map((size) => ({ ...shot, size })),
  );

  it.skipIf(!isAsked).each(cases)('$name, $size', async (shot) => {
    const { act, answers, name, path = '', scenario = 'busy', size } = shot;
    fixture.play(scenario);
    fixture.stand(showRuns);
    const context = await browser.newContext({
      ...{ viewport: sizes[size], locale: 'en-GB', timezoneId: 'UTC' },
      ...{ colorScheme: 'dark', reducedMotion: 'reduce' },
    });
    context.setDefaultTimeout(60_000);
    if (name !== 'log-in') await sitAtDesk(context, answers);
    const page = await context.newPage();
    await page.goto(`${fixture.url}${path}`);
    await act(page, size);
    for (const colorScheme of ['dark', 'light'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.evaluate(async (count) => {
        for (let frame = 0; frame < count; frame += 1) await new Promise(requestAnimationFrame);
      }, REST);
      const picture = sharp(await page.screenshot()).webp(WEBP);
      await picture.toFile(join(images, `${name}-${size}-${colorScheme}.webp`));
    }
    await context.close();
  });
});
