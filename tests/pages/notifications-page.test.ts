import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  type HttpReceiver,
  startHttpReceiver,
} from '../integration/control-server/notifications/support/http-receiver.js';
import { axeFindings } from '../support/axe.js';
import { type BrowserWindows, launchBrowser, screenshot } from '../support/browser.js';
import { CrowdedHouse } from '../support/crowded-house.js';
import { describeWith } from '../support/system-tools.js';

describeWith(['chromium'], '[E] setting notifications', () => {
  let receiver: HttpReceiver;
  let house: CrowdedHouse;
  let browser: BrowserWindows;
  let page: Page;

  beforeAll(async () => {
    receiver = await startHttpReceiver();
    house = await CrowdedHouse.open({
      notifications: {
        allowedNetworks: ['127.0.0.1'],
        channels: {
          'control-room': { kind: 'slack', url: receiver.url },
          radio: { kind: 'teams', url: 'https://127.0.0.2/hook' },
        },
      },
    });
    browser = await launchBrowser();
    page = await house.page(browser, { name: 'eva', role: 'engineer', zones: null });
    await page.getByRole('link', { name: 'Notify' }).click();
    await page.getByRole('heading', { name: 'Notifications' }).waitFor();
  });
  afterAll(async () => {
    await browser?.close();
    await house?.close();
    await receiver?.close();
  });

  it('tests a channel by a button, and shows how it went', async () => {
    await page.getByRole('button', { name: 'Send a test by control-room' }).click();
    await receiver.until(1);
    const channel = (id: string) => page.locator(`[data-channel="${id}"]`);
    await channel('control-room').getByText('The test was sent.').waitFor();
    await channel('control-room').getByText(/^Sent/).waitFor();
    await page.getByRole('button', { name: 'Send a test by radio' }).click();
    await channel('radio')
      .getByText(/^Failed .+ its address is private/)
      .waitFor();
  });

  it('sets a rule in place of the file’s, names what is wrong with one, and goes back', async () => {
    await page.getByText('As in the venue file.', { exact: false }).waitFor();
    await page.getByRole('button', { name: 'Add a rule' }).click();
    const row = page.locator('[data-rule="rule-1"]');
    await row.getByLabel('Channel').selectOption('control-room');
    await row.getByLabel('From', { exact: false }).first().selectOption('critical');
    await row.locator('summary', { hasText: 'All' }).first().click();
    await row.getByLabel('East').check();
    await row.getByLabel('Quiet hours').check();
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await screenshot(page, `notifications-${colorScheme}`);
      expect(await axeFindings(page), colorScheme).toEqual([]);
    }
    await page.getByRole('button', { name: 'Save the rules' }).click();
    await page.getByText(/Set here by eva/).waitFor();
    await page.getByLabel('rule-1: Rule').fill('Not An Id');
    await page.getByRole('button', { name: 'Save the rules' }).click();
    await page.getByText('Not An Id, Rule: may hold small letters').waitFor();
    await page.getByRole('button', { name: 'Back to the venue file' }).click();
    await page.getByText('As in the venue file.', { exact: false }).waitFor();
    await expect.poll(() => page.locator('[data-rule]').count()).toBe(5);
  });

  it('is nothing for a steward, and fits a phone', async () => {
    const account = { name: 'sam', role: 'operator', zones: ['east'] };
    const steward = await house.page(browser, account);
    await expect.poll(() => steward.getByRole('link', { name: 'Notify' }).count()).toBe(0);
    await page.setViewportSize({ width: 390, height: 844 });
    await screenshot(page, 'notifications-phone');
    const overflow = () =>
      page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
    expect(await overflow()).toBeLessThanOrEqual(0);
  });
});
