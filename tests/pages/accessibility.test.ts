import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { axeFindings, axeFindingsInBothThemes } from '../support/axe.js';
import { type BrowserWindows, launchBrowser } from '../support/browser.js';
import { builtDashboard } from '../support/built-dashboard.js';
import { showAsked, showRuns, showStopped, sitAtDesk } from '../support/fixture-desk.js';
import type { Scenario } from '../support/fixture-scene.js';
import { type LiveFixture, startLiveFixture } from '../support/live-fixture.js';
import { describeWith } from '../support/system-tools.js';

const sizes = {
  desktop: { width: 1440, height: 900 },
  phone: { width: 390, height: 844 },
} as const;

const both = [{ size: 'desktop' }, { size: 'phone' }] as const;

describeWith(['chromium'], '[E] axe finds nothing, light and dark', () => {
  let browser: BrowserWindows;
  let fixture: LiveFixture;
  let page: Page;
  beforeAll(async () => {
    browser = await launchBrowser();
    fixture = await startLiveFixture(builtDashboard(), 'busy');
  });
  afterEach(() => page?.context().close());
  afterAll(async () => {
    await browser?.close();
    await fixture?.close();
  });

  const open = async (
    size: keyof typeof sizes,
    { path = '', scenario = 'busy' }: { path?: string; scenario?: Scenario } = {},
  ): Promise<void> => {
    fixture.play(scenario);
    fixture.stand(showRuns);
    const context = await browser.newContext({ viewport: sizes[size], reducedMotion: 'reduce' });
    context.setDefaultTimeout(20_000);
    await sitAtDesk(context);
    page = await context.newPage();
    await page.goto(`${fixture.url}${path}`);
  };

  /** Colours do not depend on the size: they are looked at in both themes on the desktop. */
  const axe = async (what: string) => {
    const isWide = (page.viewportSize()?.width ?? 0) > sizes.phone.width;
    const findings = await (isWide ? axeFindingsInBothThemes(page) : axeFindings(page));
    expect.soft(findings, what).toEqual([]);
  };

  const section = async (size: keyof typeof sizes, name: string) => {
    const tabs = page.locator(size === 'phone' ? '.tab-bar' : '.list-section .tabs');
    await tabs.getByText(name).click();
  };

  it.each(both)('on the live page with its panels and dialogs, $size', async ({ size }) => {
    await open(size);
    await page.locator('.alert-section').waitFor();
    await page.getByRole('button', { name: 'Stop show' }).waitFor();
    await axe('alerts');
    if (size === 'phone') {
      await section(size, 'Map');
      await axe('map');
    }
    await section(size, 'Devices');
    await axe('devices');
    await section(size, 'Passages');
    await page.locator('[data-passage="door-b"] button').click();
    await page.locator('.passage-panel .outlook td').first().waitFor();
    await axe('passage panel, of a bottleneck');
    await page.keyboard.press('Escape');
    await section(size, 'Zones');
    await page.locator('[data-zone="gate-b"] button').click();
    await page.locator('.chart canvas').waitFor();
    await axe('zone panel, of a queue');
    await page.getByRole('button', { name: 'What if…' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Run the plans' }).click();
    await dialog.getByRole('table').waitFor();
    await axe('what-if with its results');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Stop show' }).click();
    await dialog.getByRole('button', { name: 'Ask to stop' }).waitFor();
    await axe('show-stop dialog');
  });

  it('when all is calm, when the show is about to stop, and when it is stopped', async () => {
    await open('desktop', { scenario: 'calm' });
    await page.getByText('No active crowd alerts').waitFor();
    await axe('calm');
    fixture.stand(showAsked);
    await page.reload();
    await page.getByText('lea asks to stop the show').waitFor();
    await axe('asked');
    fixture.stand(showStopped);
    await page.reload();
    await page.getByRole('heading', { name: 'SHOW STOPPED' }).waitFor();
    await axe('stopped');
  });

  it.each(both)('on the other pages, $size', async ({ size }) => {
    await open(size, { path: '#/playback' });
    await page.getByText('Summer night').waitFor();
    await axe('playback, nothing chosen');
    await page.getByLabel('Hours').fill('0.25');
    await page.getByRole('button', { name: 'Open' }).click();
    await page.getByRole('button', { name: 'Play', exact: true }).waitFor();
    await axe('playback');
    const marks = {
      wall: '.wall .alert',
      fleet: '.agent',
      editor: 'main canvas',
      notifications: '.rule-table',
      access: '.account-form',
      drill: '.drill-page form',
    };
    for (const [name, mark] of Object.entries(marks)) {
      await page.goto(`${fixture.url}#/${name}`);
      await page.locator(mark).first().waitFor();
      await axe(name);
    }
    for (const tab of ['API tokens', 'Audit log']) {
      await page.goto(`${fixture.url}#/access`);
      await page
        .getByRole('link', { name: tab })
        .or(page.getByRole('button', { name: tab }))
        .click();
      await page.getByRole('table').waitFor();
      await axe(tab);
    }
  });

  it('on the page of a drill, the log-in, and the steward’s phone', async () => {
    await open('desktop', { path: '?drill' });
    await page.locator('.alert-section .alert').first().waitFor();
    await axe('drill');
    await page.goto(`${fixture.url}steward.html`);
    await page.locator('.steward-main').waitFor();
    for (const name of ['Alerts', 'Count', 'Sound']) {
      await page.getByRole('navigation').getByRole('button', { name }).click();
      await axe(`steward, ${name}`);
    }
    await page.context().unrouteAll();
    await page.goto(`${fixture.url}login.html`);
    await page.getByRole('heading', { name: 'Log in' }).waitFor();
    await axe('log-in');
  });

  it('on the live page in the colours that the reader has forced', async () => {
    await open('desktop');
    await page.emulateMedia({ forcedColors: 'active' });
    await page.locator('.alert-section .alert').first().waitFor();
    expect(await axeFindings(page)).toEqual([]);
  });
});
