import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { axeFindings } from '../support/axe.js';
import { type BrowserWindows, launchBrowser, screenshot } from '../support/browser.js';
import { CrowdedHouse } from '../support/crowded-house.js';
import { describeWith } from '../support/system-tools.js';

const calm = { south: 0.5, north: 0.5, stage: 0.5 } as const;
/** The east beyond its critical limit. */
const packed = { ...calm, stage: 5 };
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } as const;

describeWith(['chromium'], '[E] the steward’s phone, beside the control room', () => {
  let house: CrowdedHouse;
  let browser: BrowserWindows;
  let lead: Page;
  let steward: Page;

  const shots = async (name: string): Promise<void> => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await steward.emulateMedia({ colorScheme });
      await screenshot(steward, `steward-${name}-${colorScheme}`);
      expect(await axeFindings(steward), `${name}, ${colorScheme}`).toEqual([]);
    }
  };
  const card = () => lead.locator('.alert-section .alert-crowd', { hasText: 'persons/m²' }).first();
  const network = (isThere: boolean) => steward.context().setOffline(!isThere);

  beforeAll(async () => {
    house = await CrowdedHouse.open();
    browser = await launchBrowser();
    lead = await house.page(browser, { name: 'lea', role: 'operator', zones: null });
    const account = { name: 'sam', role: 'operator', zones: ['east'] };
    steward = await house.page(browser, account, phone);
    await steward.goto(`${house.house.server.url}/steward.html`);
    await steward.getByRole('heading', { name: 'East', exact: true }).waitFor();
  });
  afterAll(async () => {
    await browser?.close();
    await house?.close();
  });

  it('shows my zones and nothing else, and says when all is calm', async () => {
    await house.pass(6, calm);
    await steward.getByText('No alert in your zones.').waitFor();
    expect(await steward.locator('.steward-zones li').count()).toBe(1);
    await shots('calm');
  });

  it('tells the alert, the reason and what to press, all within one screen', async () => {
    await house.pass(14, packed);
    await steward.getByRole('heading', { name: 'East', level: 2 }).waitFor();
    await steward
      .locator('.steward-reason', { hasText: /5\.0 persons\/m² \(limit 4\.7\)/ })
      .waitFor();
    for (const name of [/^On it/, /^Need help/]) {
      const box = await steward.getByRole('button', { name }).boundingBox();
      expect(box?.height).toBeGreaterThanOrEqual(90);
      expect(box?.y, 'in the lower half, where the thumb is').toBeGreaterThan(422);
    }
    await shots('alert');
  });

  it('[LC1] [LC2] “On it” answers and takes the alert in one tap, and the control room sees it', async () => {
    await steward.getByRole('button', { name: /^On it/ }).tap();
    await house.pass(1, packed);
    await steward.getByRole('button', { name: 'You are on it' }).waitFor();
    await card().getByText('Acknowledged by sam', { exact: false }).waitFor();
    await card().getByText('With sam', { exact: false }).waitFor();
  });

  it('[LC10] “Need help” calls the control room until somebody answers', async () => {
    await steward.getByRole('button', { name: /^Need help/ }).tap();
    await house.pass(1, packed);
    await steward.getByRole('button', { name: 'Help is called' }).waitFor();
    await card().getByText('sam calls for help', { exact: false }).waitFor();
    await shots('help');
    await card().getByRole('button', { name: 'Acknowledge' }).click();
    await house.pass(1, packed);
    await steward.getByText('lea has seen the call', { exact: false }).waitFor();
  });

  it('counts by hand, and says which camera to correct', async () => {
    await steward.getByRole('button', { name: 'Count' }).tap();
    await steward.getByLabel('What do you count?').selectOption({ label: 'People in East' });
    await steward.getByRole('button', { name: 'Start' }).tap();
    const more = steward.getByRole('button', { name: 'One more' });
    for (let person = 0; person < 40; person += 1) await more.tap();
    await steward.getByRole('button', { name: 'One less' }).tap();
    await shots('counting');
    await steward.getByRole('button', { name: 'Stop' }).tap();
    await steward.getByRole('button', { name: 'Send' }).tap();
    await steward.getByText('39 by hand', { exact: false }).waitFor();
    await shots('counted');
  });

  it('works without network: says how old its picture is, keeps a tap and sends it when back', async () => {
    await steward.getByRole('button', { name: /^Alerts/ }).tap();
    await house.pass(14, { ...packed, stage: 5.8 });
    const help = steward.getByRole('button', { name: /^Need help/ });
    await help.waitFor();
    await steward.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await network(false);
    await steward.reload();
    await help.tap();
    await steward.getByText(/tapped .+ is kept and sent when the connection is back/).waitFor();
    await steward.getByText(/This picture is \d+\ss old/).waitFor({ timeout: 15_000 });
    await shots('offline');
    await network(true);
    await house.pass(1, { ...packed, stage: 5.8 });
    await card().getByText('sam calls for help', { exact: false }).waitFor({ timeout: 15_000 });
    await steward.getByText('Live', { exact: true }).waitFor();
  });

  it('asks before the browser asks, and lets each sound be tested', async () => {
    await steward.getByRole('button', { name: 'Sound' }).tap();
    await steward.getByText('May this phone call you for alerts in your zones?').waitFor();
    await steward.getByRole('button', { name: 'Test emergency' }).tap();
    await shots('sound');
  });
});
