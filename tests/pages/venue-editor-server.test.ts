import { emptyCalendar } from '@throng/contract';

import { afterAll, beforeAll, expect, it } from 'vitest';
import { House } from '../integration/control-server/support/house.js';
import { type BrowserWindows, launchBrowser } from '../support/browser.js';
import { builtDashboard } from '../support/built-dashboard.js';
import { describeWith } from '../support/system-tools.js';

describeWith(['chromium'], '[E] the venue editor and the real server', () => {
  let browser: BrowserWindows;
  let house: House;
  beforeAll(async () => {
    browser = await launchBrowser();
    house = await House.open(emptyCalendar, { mode: 'open' }, builtDashboard());
  });
  afterAll(async () => {
    await browser?.close();
    await house?.close();
  });

  it('what is drawn over a floor plan and put in force is what everybody sees', async () => {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    page.setDefaultTimeout(10_000);
    const broken: string[] = [];
    page.on('console', (message) => {
      if (message.text().includes('Content Security Policy')) broken.push(message.text());
    });
    page.on('pageerror', ({ message }) => broken.push(message));
    await page.goto(`${house.server.url}#/editor`);
    await page.getByRole('heading', { name: 'Venue editor' }).waitFor();
    await page.getByText('Floor plan', { exact: true }).click();
    const image = await page.screenshot({ clip: { x: 0, y: 0, width: 40, height: 20 } });
    await page
      .getByLabel('Choose an image')
      .setInputFiles({ name: 'plan.png', mimeType: 'image/png', buffer: image });
    await page.getByLabel('Width, m').waitFor();
    await page.locator('.feature-list').first().locator('.feature-row').first().click();
    await page.getByLabel('Name', { exact: true }).fill('West stand');
    await page.locator('.edit-tabs').getByRole('button', { name: 'Versions' }).click();
    await page.getByLabel('What you changed, and why').fill('Named as on the tickets');
    await page.locator('.save-form').getByRole('button', { name: 'Save version' }).click();
    await page.getByText('Saved as version 2. It is not in force yet.').waitFor();
    const newest = page.locator('.version-list li').first();
    await newest.getByRole('button', { name: 'Put in force' }).click();
    await page.getByRole('button', { name: 'Put in force now' }).click();
    await page.getByText('Version 2 is in force.').waitFor();
    await page.getByRole('link', { name: 'Live' }).click();
    await page.locator('#zones').getByText('West stand').first().waitFor();
    expect(JSON.stringify(await house.json('/api/v1/venue-versions'))).toContain('on the tickets');
    expect(broken).toEqual([]);
  });
});
