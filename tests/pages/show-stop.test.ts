import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { screenshot, startBrowser } from '../support/browser.js';
import { freePort } from '../support/free-port.js';
import { temporaryFolder } from '../support/temporary-folder.js';
import { startServer } from '../support/throng.js';
import { VENUE } from '../unit/control-server/support/venue.js';

const PASSWORD = 'correct horse battery';

const setPassword = async (page: Page): Promise<void> => {
  await page.getByLabel('New password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Save and log in' }).click();
};

const openedServer = async (settings: object = {}) => {
  const port = await freePort();
  return startServer(await temporaryFolder(), VENUE, {
    broker: '',
    settings: { broker: { embedded: { port } }, ...settings },
  });
};

describe('[E] stopping the show', () => {
  it('[SS1] two people at two screens: asked here, confirmed there, seen by both', async () => {
    const { child } = await openedServer({ access: { mode: 'accounts' } });
    const browser = await startBrowser();
    const lead = await (await browser.newContext({ colorScheme: 'dark' })).newPage();
    const link = child.lines.join('\n').match(/http\S+#link=\S+/)?.[0] ?? 'no link';
    await lead.goto(link);
    await lead.getByLabel('Name').fill('ada');
    await setPassword(lead);
    await lead.getByRole('link', { name: 'Access' }).click();
    await lead.locator('.account-form').getByLabel('Name').fill('sam');
    await lead.getByRole('button', { name: 'Add account' }).click();
    const given = (await lead.locator('.link-note code').textContent()) ?? '';
    const phone = await browser.newContext({
      viewport: { width: 390, height: 844 },
      colorScheme: 'light',
    });
    const second = await phone.newPage();
    await second.goto(given);
    await setPassword(second);

    // Ada asks; she cannot confirm it herself, and sees that.
    await lead.getByRole('button', { name: 'Stop show' }).click();
    await lead.getByLabel('Reason').selectOption('Crowd too dense');
    await lead.getByLabel('What others must know').fill('front left');
    await lead.getByRole('dialog').getByLabel('West').check();
    await screenshot(lead, 'show-stop-ask');
    await lead.getByRole('button', { name: 'Ask to stop' }).click();
    await lead.getByText('Another person must confirm').waitFor();
    expect(await lead.getByRole('button', { name: /^Confirm/ }).count()).toBe(0);

    // Sam confirms on the phone; both see it, on every page.
    await second.getByText('ada asks to stop the show').waitFor();
    await screenshot(second, 'show-stop-asked-phone');
    await second.getByRole('button', { name: 'Confirm: stop the show' }).click();
    for (const page of [lead, second]) {
      await page.getByRole('heading', { name: 'SHOW STOPPED' }).waitFor();
    }
    await lead.getByText('All positions, all positions.').waitFor();
    await lead.getByText('Reason: Crowd too dense.').waitFor();

    // What one ticks the other sees ticked, with name and time.
    await lead.getByLabel('Music stopped').click();
    await second.getByText(/^ada, \d\d:\d\d:\d\d$/).waitFor();
    expect(await second.getByLabel('Music stopped').isChecked()).toBe(true);
    await screenshot(second, 'show-stopped-phone');
    await lead.getByRole('link', { name: 'Live' }).click();
    await screenshot(lead, 'show-stopped');

    // And on again, the other way round.
    await second.getByRole('button', { name: 'Ask to let it go on' }).click();
    await lead.getByRole('button', { name: 'Confirm: the show goes on' }).click();
    await second.getByText('The show goes on again, confirmed by ada.').waitFor();
    expect(await lead.getByRole('heading', { name: 'SHOW STOPPED' }).count()).toBe(0);
  });

  it('[SS7] in open access the page says that nobody checks the two names', async () => {
    const { origin } = await openedServer();
    const page = await (await startBrowser()).newPage();
    await page.goto(origin);
    await page.getByRole('button', { name: 'Stop show' }).click();
    await page.getByText('nobody checks who types here').first().waitFor();
    await page.getByLabel('Your name or initials').fill('Kim');
    await page.getByRole('button', { name: 'Ask to stop' }).click();
    await page.getByText('Kim asks to stop the show').waitFor();
    await page.getByLabel('Your name or initials').fill('kim');
    await page.getByRole('button', { name: 'Confirm: stop the show' }).click();
    await page.getByText('Somebody else must confirm: two people stop a show.').waitFor();
    await page.getByLabel('Your name or initials').fill('Lou');
    await page.getByRole('button', { name: 'Confirm: stop the show' }).click();
    await page.getByRole('heading', { name: 'SHOW STOPPED' }).waitFor();
  });
});
