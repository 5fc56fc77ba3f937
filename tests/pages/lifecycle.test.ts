import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type BrowserWindows, launchBrowser } from '../support/browser.js';
import { CrowdedHouse } from '../support/crowded-house.js';
import { describeWith } from '../support/system-tools.js';

const calm = { south: 0.5, north: 0.5, stage: 0.5 } as const;
/** The east beyond its warning limit, and beyond its critical one. */
const dense = { ...calm, stage: 4.2 };
const packed = { ...calm, stage: 5 };

describeWith(['chromium'], '[E] the life of an alert, on two screens of a real server', () => {
  let house: CrowdedHouse;
  let browser: BrowserWindows;
  let lead: Page;
  let colleague: Page;
  beforeAll(async () => {
    house = await CrowdedHouse.open();
    browser = await launchBrowser();
    lead = await house.page(browser, { name: 'lea', role: 'operator', zones: null });
    colleague = await house.page(browser, { name: 'cem', role: 'operator', zones: null });
  });
  afterAll(async () => {
    await browser?.close();
    await house?.close();
  });

  /** The alert in the feed; what has cleared and was answered is below, among the earlier ones. */
  const card = (page: Page) =>
    page.locator('.alert-section .scroll > ol .alert-crowd', { hasText: 'persons/m² (limit' });
  const both = (look: (page: Page) => Promise<unknown>) => Promise.all([lead, colleague].map(look));

  it('raised: where, how grave, since when and by which numbers', async () => {
    await house.pass(14, dense);
    await both((page) => card(page).getByRole('button', { name: 'East' }).waitFor());
    await card(lead).getByText('Warning').waitFor();
    await card(lead)
      .getByText(/4\.2 persons\/m² \(limit 4\)/)
      .waitFor();
    await card(lead)
      .getByText(/^since \d\d:\d\d:\d\d/)
      .waitFor();
  });

  it('[LC1] acknowledged by one, it says so to the other', async () => {
    await card(lead).getByRole('button', { name: 'Acknowledge' }).click();
    await house.pass(1, dense);
    await both((page) =>
      card(page)
        .getByText(/Acknowledged by lea/)
        .waitFor(),
    );
    expect(await card(colleague).getByRole('button', { name: 'Acknowledge' }).count()).toBe(0);
  });

  it('[LC2] taken and commented on, both see with whom it is and what was said', async () => {
    await card(colleague).getByRole('button', { name: 'Take it' }).click();
    await house.pass(1, dense);
    await both((page) => card(page).getByText('With cem').waitFor());
    await card(colleague).getByRole('button', { name: 'Comment' }).click();
    await card(colleague).getByLabel('What others should know').fill('Two stewards are there');
    await card(colleague).getByRole('button', { name: 'Send' }).click();
    await house.pass(1, dense);
    await both((page) => card(page).getByText('Two stewards are there').waitFor());
  });

  it('[LC3] shelved for five minutes it leaves the feed, and comes back by hand and by the clock', async () => {
    const shelf = lead.locator('.alert-section details', { hasText: 'Shelved (1)' });
    await card(lead).getByLabel('Shelve').selectOption('5');
    await house.pass(1, dense);
    await shelf.locator('summary').first().click();
    await shelf.getByText(/Shelved until \d\d:\d\d:\d\d by lea/).waitFor();
    await shelf.getByRole('button', { name: 'Off the shelf' }).click();
    await house.pass(1, dense);
    await expect.poll(() => shelf.count()).toBe(0);
    await card(lead).getByLabel('Shelve').selectOption('5');
    await house.pass(1, dense);
    await shelf.waitFor();
    await house.pass(301, dense);
    await expect.poll(() => shelf.count()).toBe(0);
  });

  it('[LC4] [LC5] risen to critical, it asks anew and is never shelved', async () => {
    await house.pass(14, packed);
    await both((page) => card(page).getByText('Critical').waitFor());
    await both((page) => card(page).getByRole('button', { name: 'Acknowledge' }).waitFor());
    expect(await card(lead).getByLabel('Shelve').count()).toBe(0);
  });

  it('[LC6] nobody answers within its minute, and every screen says so until somebody does', async () => {
    await house.pass(62, packed);
    await both((page) => card(page).getByText('Nobody has answered').waitFor());
    await card(colleague).getByRole('button', { name: 'Acknowledge' }).click();
    await house.pass(1, packed);
    await both((page) =>
      card(page)
        .getByText(/Acknowledged by cem/)
        .waitFor(),
    );
    await expect.poll(() => card(lead).getByText('Nobody has answered').count()).toBe(0);
  });

  it('[LC7] cleared by the crowd alone; what nobody answered says so, and can still be acknowledged', async () => {
    await house.pass(40, calm);
    await both((page) => page.getByText('Earlier (1)').click());
    await house.pass(14, dense);
    await card(lead).getByRole('button', { name: 'Acknowledge' }).waitFor();
    await house.pass(40, calm);
    await both((page) => page.getByText('Over, not acknowledged (1)').waitFor());
    const unanswered = (page: Page) =>
      page.locator('.alert-section details .alert-cleared', { hasText: 'Not acknowledged' });
    await both((page) =>
      unanswered(page)
        .getByText(/^cleared \d\d:\d\d:\d\d after/)
        .waitFor(),
    );
    await unanswered(lead).getByRole('button', { name: 'Acknowledge' }).click();
    await house.pass(1, calm);
    await both((page) => expect.poll(() => unanswered(page).count()).toBe(0));
    await both((page) => page.getByText('Earlier (2)').waitFor());
    await both((page) => page.getByText('No active crowd alerts').waitFor());
  });
});
