import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { emptyCalendar } from '@throng/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventually } from '../../../support/eventually.js';
import { windowAt } from '../../../unit/control-server/support/venue.js';
import { colleague, firstAdmin, type Guest } from '../access/support/guest.js';
import { House } from '../support/house.js';
import { LiveListener } from '../support/live-listener.js';
import { type HttpReceiver, startHttpReceiver } from './support/http-receiver.js';
import { pushBrowser } from './support/push-browser.js';

let secrets: string;
let hook: HttpReceiver;
let phone: HttpReceiver;
let house: House;
let admin: Guest;
let lead: Guest;
let steward: Guest;
const browser = pushBrowser();
const start = { scenario: 'crush', speed: 10, fromMinute: 0 };

beforeAll(async () => {
  [hook, phone] = await Promise.all([startHttpReceiver(), startHttpReceiver()]);
  secrets = await mkdtemp(join(tmpdir(), 'throng-drill-'));
  const secretFile = join(secrets, 'hook');
  await writeFile(secretFile, 'a secret of the tests\n');
  house = await House.open(emptyCalendar, { mode: 'accounts' }, undefined, {
    drills: { folder: 'drills' },
    language: 'es',
    notifications: {
      allowedNetworks: ['127.0.0.0/8'],
      channels: {
        hook: { kind: 'webhook', url: hook.url, secretFile, language: 'fr' },
        chat: { kind: 'slack', url: hook.url },
      },
      rules: [
        { id: 'hook', channel: 'hook' },
        { id: 'phones', channel: 'push', roles: ['operator'] },
      ],
    },
  });
  admin = await firstAdmin(house);
  lead = await colleague(house, admin, { name: 'lea', role: 'operator', zones: null });
  steward = await colleague(house, admin, { name: 'sam', role: 'operator', zones: ['east'] });
  const folder = join(house.folder, 'drills');
  await mkdir(folder);
  const lines = Array.from({ length: 300 }, (_, second) =>
    JSON.stringify(windowAt('stage', second + 1, 8)),
  );
  await writeFile(join(folder, 'crush.jsonl'), lines.join('\n'));
  const endpoint = `${phone.url}/sam`;
  await steward.ask('PUT', '/api/v1/push/subscription', { endpoint, keys: browser.keys });
});
afterAll(async () => {
  await house?.close();
  await Promise.all([hook?.close(), phone?.close(), rm(secrets, { recursive: true })]);
});

const pass = async (): Promise<void> => {
  house.second();
  await new Promise(setImmediate);
};
/** Until the drill's crowd has raised an emergency on its lane. */
const emergency = async (): Promise<void> => {
  const page = new LiveListener(
    house.server.url,
    house.server.url,
    { cookie: lead.cookie },
    '/ws?lane=drill',
  );
  await page.until(({ type }) => type === 'snapshot');
  await eventually('an emergency in the drill', async () => {
    await pass();
    return page.received.some(({ alerts }) =>
      alerts.some(({ priority }) => priority === 'emergency'),
    );
  });
  for (let more = 0; more < 3; more += 1) await pass();
};

describe('[I] telling people of a drill', () => {
  it('[DR6] nobody outside is told unless it is asked for, by who sees the whole venue', async () => {
    expect((await lead.ask('POST', '/api/v1/drill', start)).body).toMatchObject({
      running: { tellsPeople: false },
    });
    await emergency();
    expect([hook.requests, phone.requests].map(({ length }) => length)).toEqual([0, 0]);
    expect((await lead.ask('DELETE', '/api/v1/drill')).status).toBe(200);
    const telling = { ...start, tellsPeople: true };
    expect(await steward.ask('POST', '/api/v1/drill', telling)).toMatchObject({ status: 403 });
    expect((await lead.ask('POST', '/api/v1/drill', telling)).body).toMatchObject({
      running: { tellsPeople: true },
    });
    const found = await admin.ask('GET', '/api/v1/audit?action=drill-started');
    expect(Object(found.body).records[0]).toMatchObject({ details: { way: 'tells-people' } });
  });

  it('[DR7] every message says so in the language of its reader', async () => {
    const set = await steward.ask('PUT', '/api/v1/session/language', { language: 'de' });
    expect(set.status).toBe(204);
    await emergency();
    const [told] = await hook.until(1);
    expect(JSON.parse(told?.body.toString() ?? '')).toMatchObject({
      ...{ drill: true, language: 'fr', zone: 'east', venue: 'EXERCICE · Hall' },
      title: expect.stringMatching(/^EXERCICE · .+East$/),
      text: expect.stringMatching(/^EXERCICE · 8,0 pers\.\/m²/),
    });
    const [push] = await phone.until(1);
    expect(JSON.parse(browser.decrypt(push?.body ?? Buffer.of()))).toMatchObject({
      ...{ drill: true, language: 'de', title: expect.stringMatching(/^ÜBUNG · .+: East$/) },
    });
  });

  it('[DR8] ends with the drill, and what is real is told plainly, in the language of the server', async () => {
    expect((await lead.ask('DELETE', '/api/v1/drill')).status).toBe(200);
    const before = hook.requests.length;
    for (let more = 0; more < 5; more += 1) await pass();
    expect(hook.requests).toHaveLength(before);
    await admin.ask('POST', '/api/v1/notifications/test', { channel: 'chat' });
    const tested = await hook.until(before + 1);
    expect(tested.at(-1)?.body.toString()).toContain('Prueba: Hall');
    expect(tested.at(-1)?.body.toString()).not.toContain('SIMULACRO');
  });

  it('an account keeps its language, and only one that people can be told in', async () => {
    expect((await steward.ask('GET', '/api/v1/session')).body).toMatchObject({ language: 'de' });
    expect((await lead.ask('GET', '/api/v1/session')).body).toMatchObject({ language: null });
    const unknown = await lead.ask('PUT', '/api/v1/session/language', { language: 'tlh' });
    expect(unknown.status).toBe(400);
  });
});
