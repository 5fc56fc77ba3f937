import { encode, formatTopic, toTimestamp } from '@throng/contract';
import { connectAsync, type MqttClient } from 'mqtt';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { type BrowserWindows, launchBrowser } from '../support/browser.js';
import { builtDashboard } from '../support/built-dashboard.js';
import { CrowdedHouse } from '../support/crowded-house.js';
import { freePort } from '../support/free-port.js';
import { describeWith } from '../support/system-tools.js';
import { temporaryFolder } from '../support/temporary-folder.js';
import { startServer } from '../support/throng.js';
import { VENUE, windowAt } from '../unit/control-server/support/venue.js';

const calm = { south: 0.5, north: 0.5, stage: 0.5 } as const;
const dense = { ...calm, stage: 4.2 };

describeWith(['chromium'], '[E] the page before a real server', () => {
  let browser: BrowserWindows;
  let house: CrowdedHouse;
  let page: Page;
  beforeAll(async () => {
    house = await CrowdedHouse.open();
    browser = await launchBrowser();
    page = await house.page(browser, { name: 'lea', role: 'operator', zones: null });
    // Seven minutes on record: calm, then a crowd in the east that stays.
    await house.pass(240, calm);
    await house.pass(180, dense);
  });
  afterAll(async () => {
    await browser?.close();
    await house?.close();
  });

  it('goes back in time to what was recorded, ahead to what is expected, and home', async () => {
    const slider = page.getByRole('slider', { name: 'Time shown on the map' });
    // Five minutes back: three hundred of the slider's four hours.
    await slider.focus();
    await slider.fill(`${700 - Math.round((300 / 14_400) * 700)}`);
    await page
      .locator('.time-strip')
      .getByText(/^Past: \d\d:\d\d:\d\d/)
      .waitFor();
    await slider.press('End');
    await page.getByText(/^Expected in 15\smin/).waitFor();
    await page.getByRole('button', { name: 'Back to now' }).click();
    await expect.poll(() => page.locator('.time-strip').count()).toBe(0);
  });

  it('plays what was recorded, its alert where it stood', async () => {
    await page.getByRole('link', { name: 'Playback' }).click();
    await page.getByLabel('Hours').fill('4');
    await page.getByRole('button', { name: 'Open', exact: true }).click();
    await page.getByRole('slider', { name: 'Position' }).press('End');
    await page.locator('.playback .alert', { hasText: 'persons/m²' }).first().waitFor();
    await page.getByRole('slider', { name: 'Position' }).press('Home');
    await page.getByText('No alert stood then.').waitFor();
    await page.getByRole('link', { name: 'Live' }).click();
    await page.locator('.map-section').waitFor();
  });

  it('runs a plan by the real crowd, and says how long it takes', async () => {
    await page.locator('[data-zone="east"] button').first().click();
    await page.getByRole('button', { name: 'What if…' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Evacuate').selectOption('zone');
    await dialog.getByRole('button', { name: 'Run the plans' }).click();
    const table = dialog.getByRole('table');
    await table.getByRole('rowheader', { name: 'Clear after' }).waitFor({ timeout: 30_000 });
    await dialog.getByText(/Advice from a model, computed at/).waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => dialog.count()).toBe(0);
  });
});

/** Windows of now, as an agent whose cameras see a crowd in the east sends them. */
const publishCrowd = async (broker: string): Promise<MqttClient> => {
  const agent = await connectAsync(broker, { reconnectPeriod: 200 });
  agent.on('error', () => {});
  let sequence = Math.floor(Date.now() / 1_000);
  const timer = setInterval(() => {
    sequence += 1;
    const start = toTimestamp((Math.floor(Date.now() / 1_000) - 1) * 1_000);
    for (const camera of ['south', 'north', 'stage'] as const) {
      const window = { ...windowAt(camera, 1, dense[camera]), sequence, start };
      const { edge, venue } = window;
      const encoded = encode('window', window);
      if (!encoded.ok) throw new Error(encoded.message);
      agent.publish(
        formatTopic({ channel: 'window', venue, edge, camera }),
        Buffer.from(encoded.value),
      );
    }
  }, 1_000);
  onTestFinished(async () => {
    clearInterval(timer);
    await agent.endAsync(true);
  });
  return agent;
};

describeWith(['chromium'], '[E] the page and a server that is killed', () => {
  it('says how old its picture is, and comes back with the alert and what was done about it', async () => {
    const settings = {
      dashboard: builtDashboard(),
      broker: { embedded: { port: await freePort() } },
      alerts: { onDelaySeconds: 2 },
    };
    const folder = await temporaryFolder();
    const options = { broker: '', settings, port: await freePort() };
    const server = await startServer(folder, VENUE, options);

    await publishCrowd(`mqtt://127.0.0.1:${settings.broker.embedded.port}`);
    const browser = await launchBrowser();
    onTestFinished(() => browser.close());
    const page = await browser.newPage();
    page.setDefaultTimeout(20_000);
    await page.goto(server.origin);
    const card = page.locator('.alert-section .alert-crowd', { hasText: 'persons/m² (limit' });
    await card.getByRole('button', { name: 'Acknowledge' }).click();
    await card.getByText(/Acknowledged by/).waitFor();
    const raised = await card.getAttribute('data-alert');
    // What was done is on disk with the next second that the server tells of.
    const clock = page.locator('.clock');
    for (let second = 0; second < 2; second += 1) {
      const before = (await clock.textContent()) ?? '';
      await expect.poll(() => clock.textContent()).not.toBe(before);
    }

    server.child.signal('SIGKILL');
    await server.child.ended;
    await page.getByText('Disconnected').waitFor();
    await page.getByText(/Picture is \d+\ss old/).waitFor();
    expect(await page.locator('main').getAttribute('class')).toContain('is-outdated');

    await startServer(folder, VENUE, options);
    // Where there is room for a word; elsewhere its light and the age of the picture say so.
    const live = page.locator('.connection-state').getByText('Live');
    await live.waitFor({ state: 'attached', timeout: 40_000 });
    await expect.poll(() => page.getByText(/Picture is/).count()).toBe(0);
    await card.getByText(/Acknowledged by/).waitFor();
    expect(await card.getAttribute('data-alert')).toBe(raised);
  });
});
