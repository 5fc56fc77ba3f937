import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type BrowserWindows, launchBrowser } from '../support/browser.js';
import { CrowdedHouse } from '../support/crowded-house.js';
import { describeWith } from '../support/system-tools.js';

/** Both zones beyond their warning limits. */
const dense = { south: 2.6, north: 2.6, stage: 4.2 } as const;

describeWith(['chromium'], '[E] three roles before one server', () => {
  let house: CrowdedHouse;
  let browser: BrowserWindows;
  let operator: Page;
  let steward: Page;
  let viewer: Page;
  const heard: string[] = [];
  beforeAll(async () => {
    house = await CrowdedHouse.open();
    browser = await launchBrowser();
    operator = await house.page(browser, { name: 'lea', role: 'operator', zones: null });
    viewer = await house.page(browser, { name: 'vic', role: 'viewer', zones: null });
    steward = await house.page(browser, { name: 'sam', role: 'operator', zones: ['west'] });
    steward.on('websocket', (socket) =>
      socket.on('framereceived', ({ payload }) => heard.push(payload.toString())),
    );
    await steward.reload();
    await steward.getByRole('heading', { name: 'Hall', exact: true }).waitFor();
    await house.pass(14, dense);
    await alertOf(operator, 'East').waitFor();
  });
  afterAll(async () => {
    await browser?.close();
    await house?.close();
  });

  const alertOf = (page: Page, zone: string) =>
    page.locator('.alert-section .alert-crowd').filter({
      has: page.getByRole('button', { name: zone, exact: true }),
      hasText: 'persons/m² (limit',
    });

  it('an operator sees both zones and acts on both alerts', async () => {
    for (const zone of ['West', 'East']) {
      await alertOf(operator, zone).getByRole('button', { name: 'Acknowledge' }).waitFor();
      await operator.locator('.zone-row').getByText(zone).waitFor();
    }
    expect(await operator.getByRole('link', { name: 'Access' }).count()).toBe(0);
  });

  it('a viewer sees the same, and not one button that acts', async () => {
    for (const zone of ['West', 'East']) await alertOf(viewer, zone).waitFor();
    expect(await viewer.locator('.alert-actions').count()).toBe(0);
    for (const page of ['Access', 'Venue']) {
      expect(await viewer.getByRole('link', { name: page }).count(), page).toBe(0);
    }
  });

  it('a viewer who asks all the same is refused, and nothing changes', async () => {
    const card = alertOf(operator, 'East');
    const id = await card.getAttribute('data-alert');
    const status = await viewer.evaluate(
      async (path) =>
        (
          await fetch(path, {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify({ kind: 'acknowledge' }),
          })
        ).status,
      `/api/v1/alerts/${id}/acts`,
    );
    expect(status).toBe(403);
    await house.pass(1, dense);
    await card.getByRole('button', { name: 'Acknowledge' }).waitFor();
  });

  it('a steward of the west is told of the west alone', async () => {
    await alertOf(steward, 'West').waitFor();
    expect(await alertOf(steward, 'East').count()).toBe(0);
    expect(await steward.locator('.zone-row').count()).toBe(1);
    await steward.getByRole('button', { name: 'Devices' }).first().click();
    expect(await steward.locator('.device-name').allTextContents()).not.toContain('Stage');
    expect(heard.length).toBeGreaterThan(0);
    expect(heard.join()).not.toMatch(/"(east|stage|gate|box-2)"/);
  });

  it('what the steward does in the west, the others see at once', async () => {
    await alertOf(steward, 'West').getByRole('button', { name: 'Acknowledge' }).click();
    await house.pass(1, dense);
    for (const page of [operator, viewer]) {
      await alertOf(page, 'West')
        .getByText(/Acknowledged by sam/)
        .waitFor();
    }
    expect(
      await alertOf(operator, 'East')
        .getByText(/Acknowledged/)
        .count(),
    ).toBe(0);
  });
});
