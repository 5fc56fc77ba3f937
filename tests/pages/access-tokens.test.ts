import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { axeFindings } from '../support/axe.js';
import { type BrowserWindows, launchBrowser, screenshot } from '../support/browser.js';
import { CrowdedHouse } from '../support/crowded-house.js';
import { eventually } from '../support/eventually.js';
import { describeWith } from '../support/system-tools.js';

describeWith(['chromium'], '[E] tokens for programs', () => {
  let house: CrowdedHouse;
  let browser: BrowserWindows;
  let page: Page;
  let secret: string;

  const asked = async (token: string): Promise<number> => {
    const headers = { authorization: `Bearer ${token}` };
    const { status } = await fetch(`${house.house.server.url}/api/v1/state`, { headers });
    return status;
  };

  beforeAll(async () => {
    house = await CrowdedHouse.open();
    browser = await launchBrowser();
    page = await house.page(browser, { name: 'abe', role: 'admin', zones: null });
    await page.getByRole('link', { name: 'Access' }).click();
    await page.getByRole('button', { name: 'API tokens' }).click();
    await page.getByText('No program has a token.').waitFor();
  });
  afterAll(async () => {
    await browser?.close();
    await house?.close();
  });

  it('makes one that may do what was ticked, and shows its secret this once', async () => {
    await page.getByLabel('Name').fill('board');
    await page.getByRole('button', { name: 'Make token' }).click();
    await page.getByText('Choose what the program may do.').waitFor();
    await page.getByLabel('See the live picture').check();
    await page.getByLabel('Days').fill('30');
    await page.getByRole('button', { name: 'Make token' }).click();
    secret = (await page.locator('.link-note code').textContent()) ?? '';
    expect(secret).toMatch(/^throng_[0-9a-f]{16}_/);
    expect(await asked(secret)).toBe(200);
    const row = page.locator('[data-token="board"]');
    expect(await row.textContent()).toMatch(/See the live picture.*Whole venue.*abe, .+in force/);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await screenshot(page, `access-tokens-${colorScheme}`);
      expect(await axeFindings(page), colorScheme).toEqual([]);
    }
  });

  it('copies the secret by a button', async () => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByRole('button', { name: 'Copy' }).click();
    await page.getByRole('button', { name: 'Copied' }).waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(secret);
  });

  it('names the fault of one that is there already, and tells when one was last used', async () => {
    await page.getByLabel('Name').fill('board');
    await page.getByLabel('See what was').check();
    await page.getByRole('button', { name: 'Make token' }).click();
    await page.getByText('There is a token of that name already.', { exact: false }).waitFor();
    const row = page.locator('[data-token="board"]');
    expect(await row.textContent(), 'it was used').not.toContain('never');
  });

  it('revokes it when asked twice: the program is let in no more', async () => {
    await page.getByRole('button', { name: 'Revoke board' }).click();
    await page.locator(':popover-open').getByRole('button', { name: 'Revoke' }).click();
    await page.locator('[data-token="board"]').getByText('revoked').waitFor();
    expect(await page.locator('.link-note').count()).toBe(0);
    expect(await asked(secret)).toBe(401);
    await page.setViewportSize({ width: 390, height: 844 });
    await screenshot(page, 'access-tokens-phone');
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBeLessThanOrEqual(0);
  });

  it('an account takes the language of its owner’s page, and the page that of the account', async () => {
    const told = async (name: string): Promise<unknown> => {
      const { body } = await house.admin.ask('GET', '/api/v1/accounts');
      const accounts: { name: string; language: unknown }[] = Object(body);
      return accounts.find((account) => account.name === name)?.language;
    };
    const account = { name: 'gus', role: 'operator', zones: null };
    const german = await house.page(browser, account, { locale: 'de-DE' });
    await eventually('the account to take German', async () => (await told('gus')) === 'de');
    await german.getByRole('combobox', { name: 'Sprache' }).selectOption('fr');
    await german.getByRole('combobox', { name: 'Langue' }).waitFor();
    await eventually('the account to take French', async () => (await told('gus')) === 'fr');
    // Another browser, in which nothing was ever chosen.
    const cookies = await german.context().cookies();
    const context = await browser.newContext({ locale: 'es-ES' });
    await context.addCookies(cookies);
    const elsewhere = await context.newPage();
    await elsewhere.goto(house.house.server.url);
    await elsewhere.getByRole('combobox', { name: 'Langue' }).waitFor();
  });
});
