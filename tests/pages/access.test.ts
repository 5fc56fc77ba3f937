import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it, onTestFinished } from 'vitest';
import {
  CLIENT,
  startIdentityProvider,
} from '../integration/control-server/access/support/identity-provider.js';
import { screenshot, startBrowser } from '../support/browser.js';
import { freePort } from '../support/free-port.js';
import { temporaryFolder } from '../support/temporary-folder.js';
import { runServer, startServer } from '../support/throng.js';
import { VENUE } from '../unit/control-server/support/venue.js';

const PASSWORD = 'correct horse battery';

const logIn = async (page: Page, name: string): Promise<void> => {
  await page.getByLabel('Name').fill(name);
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Log in' }).click();
};

const setPassword = async (page: Page): Promise<void> => {
  await page.getByLabel('New password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Save and log in' }).click();
};

describe('[E] access', () => {
  it('from the first start to two people at work, each with their own zones, and out again', async () => {
    const folder = await temporaryFolder();
    const port = await freePort();
    const { child, origin, venueFile } = await startServer(folder, VENUE, {
      broker: '',
      settings: { access: { mode: 'accounts' }, broker: { embedded: { port } } },
    });
    const browser = await startBrowser();
    const lead = await (await browser.newContext({ colorScheme: 'dark' })).newPage();

    // A stranger is led to log in; the console's link makes the first admin.
    await lead.goto(origin);
    await lead.waitForURL(/login\.html/);
    const link = child.lines.join('\n').match(/http\S+#link=\S+/)?.[0] ?? 'no link';
    await lead.goto(link);
    await lead.getByRole('heading', { name: 'Make the first account' }).waitFor();
    await lead.getByLabel('Name').fill('ada');
    await setPassword(lead);
    await lead.getByRole('button', { name: 'ada, Admin: account menu' }).waitFor();
    expect(await lead.evaluate(() => document.cookie)).toBe('');

    // She makes a steward of one zone, who sets a password on the phone.
    await lead.getByRole('link', { name: 'Access' }).click();
    await lead.locator('.account-form').getByLabel('Name').fill('sam');
    await lead.locator('.account-form').getByLabel('West').check();
    await lead.getByRole('button', { name: 'Add account' }).click();
    const given = (await lead.locator('.link-note code').textContent()) ?? '';
    await screenshot(lead, 'access-accounts');
    const phone = await browser.newContext({ viewport: { width: 390, height: 844 } });
    const steward = await phone.newPage();
    await steward.goto(given);
    await steward.getByLabel('New password').waitFor();
    await screenshot(steward, 'access-password-phone');
    await setPassword(steward);
    await steward.getByRole('button', { name: 'sam, Operator: account menu' }).waitFor();
    expect(await steward.getByRole('link', { name: 'Access' }).count()).toBe(0);
    await steward.locator('.tab-bar').getByText('Zones').click();
    expect(await steward.locator('.zone-row').count()).toBe(1);
    await steward.goto(given);
    await steward.getByText('This link was used').waitFor();

    // She gives him the other zone instead, and his page follows.
    await steward.goto(origin);
    await steward.getByRole('button', { name: /^sam/ }).waitFor();
    await lead.getByRole('button', { name: 'Zones of sam: West' }).click();
    await lead.locator(':popover-open').getByLabel('West').uncheck();
    await lead.locator(':popover-open').getByLabel('East').check();
    await lead.locator(':popover-open').getByRole('button', { name: 'Save' }).click();
    await lead.getByRole('button', { name: 'Zones of sam: East' }).waitFor();
    await steward.locator('.tab-bar').getByText('Zones').click();
    await steward.locator('.zone-row').getByText('East').waitFor();

    // Both acts are on record; another program disables him, and his page follows.
    await lead.getByRole('button', { name: 'Audit log' }).click();
    await lead.getByRole('cell', { name: 'account-added' }).first().waitFor();
    await screenshot(lead, 'access-audit');
    const disabled = await runServer(['account', 'disable', 'sam', '-c', venueFile]);
    expect(disabled).toMatchObject({ code: 0, out: expect.stringContaining('"sam" is disabled') });
    await steward.waitForURL(/login\.html/);
    await logIn(steward, 'sam');
    await steward.getByText('Name or password is wrong.').waitFor();

    // She leaves and comes back to the page that she left.
    await lead.getByRole('button', { name: /^ada/ }).click();
    await lead.getByRole('button', { name: 'Log out', exact: true }).click();
    await lead.waitForURL(/login\.html/);
    await lead.getByRole('heading', { name: 'Log in' }).waitFor();
    await screenshot(lead, 'access-log-in');
    await logIn(lead, 'ada');
    await lead.waitForURL(/#\/access$/);
    expect(await runServer(['audit', 'verify', '-c', join(folder, 'venue.yml')])).toMatchObject({
      code: 0,
    });
  });

  it('the house’s own log-in, on another site, brings people back logged in; so does a link from there', async () => {
    const [port, brokerPort, folder] = [
      await freePort(),
      await freePort(),
      await temporaryFolder(),
    ];
    const redirectUri = `http://127.0.0.1:${port}/auth/oidc/callback`;
    // Another name is another site: cookies that are strict do not travel from there.
    const provider = await startIdentityProvider(redirectUri, { kim: ['security'] }, 'localhost');
    onTestFinished(() => provider.close());
    const clientSecretFile = join(folder, 'client-secret');
    await writeFile(clientSecretFile, CLIENT.secret);
    const oidc = {
      ...{ issuer: provider.issuer, clientId: CLIENT.id, clientSecretFile, redirectUri },
      roles: { security: 'operator' },
    };
    const { origin } = await startServer(folder, VENUE, {
      broker: '',
      port,
      settings: { access: { mode: 'accounts', oidc }, broker: { embedded: { port: brokerPort } } },
    });
    const page = await (await startBrowser()).newPage();
    await page.goto(origin);
    await page.getByRole('link', { name: 'Single sign-on' }).click();
    await page.locator('input[name=login]').fill('kim');
    await page.locator('input[name=password]').fill('any');
    await page.locator('button[type=submit]').click();
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('button', { name: 'kim, Operator: account menu' }).waitFor();

    await page.goto(`${provider.issuer}/.well-known/openid-configuration`);
    await page.evaluate((address) => {
      location.href = address;
    }, `${origin}/#/fleet`);
    await page.getByRole('button', { name: 'kim, Operator: account menu' }).waitFor();
  });

  it('open access says so, and that it is for this machine only', async () => {
    const port = await freePort();
    const { origin } = await startServer(await temporaryFolder(), VENUE, {
      broker: '',
      settings: { broker: { embedded: { port } } },
    });
    const page = await (await startBrowser()).newPage();
    await page.goto(origin);
    await page.getByText('Open access: this machine only').waitFor();
  });
});
