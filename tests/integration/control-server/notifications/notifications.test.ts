import { createHmac, createPublicKey, verify } from 'node:crypto';
import { statSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { emptyCalendar } from '@throng/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventually } from '../../../support/eventually.js';
import { windowAt } from '../../../unit/control-server/support/venue.js';
import { colleague, firstAdmin, type Guest } from '../access/support/guest.js';
import { House } from '../support/house.js';
import { type HttpReceiver, startHttpReceiver } from './support/http-receiver.js';
import { type MailServer, startMailServer } from './support/mail-server.js';
import { pushBrowser } from './support/push-browser.js';

const SECRET = 'a secret of the tests';
const [WARNING, CRITICAL] = [4.2, 5];

let receivers: Record<'hook' | 'slack' | 'teams' | 'push', HttpReceiver>;
let mail: MailServer;
let folder: string;
let house: House;
let admin: Guest;
let steward: Guest;
let elsewhere: Guest;
let second = 0;
let agent: Awaited<ReturnType<House['agent']>>;

/** Seconds in which the stage is so full. */
const fill = async (density: number, seconds: number): Promise<void> => {
  for (let count = 0; count < seconds; count += 1) {
    second += 1;
    house.second();
    await house.deliver(agent, windowAt('stage', second, density));
  }
  house.second();
  second += 1;
};
const json = ({ body }: { readonly body: Buffer }): Record<string, unknown> =>
  Object(JSON.parse(body.toString()));

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'throng-notify-'));
  await writeFile(join(folder, 'secret'), `${SECRET}\n`);
  await writeFile(join(folder, 'password'), 'mail password\n');
  mail = await startMailServer('throng', 'mail password');
  const [hook, slack, teams, push] = await Promise.all([
    ...[startHttpReceiver(), startHttpReceiver(), startHttpReceiver(), startHttpReceiver()],
  ]);
  if (!(hook && slack && teams && push)) throw new Error('no receivers');
  receivers = { hook, slack, teams, push };
  await writeFile(join(folder, 'slack-url'), `${slack.url}\n`);
  const notifications = {
    allowedNetworks: ['127.0.0.0/8'],
    publicUrl: 'https://throng.venue.example',
    channels: {
      mail: {
        ...{ kind: 'email', host: '127.0.0.1', port: mail.port, security: 'none' },
        ...{ user: 'throng', passwordFile: join(folder, 'password') },
        ...{ from: 'throng@venue.example', to: ['lead@venue.example'] },
      },
      hook: { kind: 'webhook', url: hook.url, secretFile: join(folder, 'secret') },
      slack: { kind: 'slack', urlFile: join(folder, 'slack-url') },
      teams: { kind: 'teams', url: teams.url },
    },
    rules: [
      { id: 'all', channel: 'hook', cleared: true },
      { id: 'mail', channel: 'mail' },
      { id: 'chat', channel: 'slack', zones: ['east'] },
      { id: 'last', channel: 'teams', minimumPriority: 'critical', afterUnanswered: 1 },
      { id: 'phones', channel: 'push', roles: ['operator'] },
    ],
  };
  house = await House.open(emptyCalendar, { mode: 'accounts' }, undefined, {
    notifications,
  });
  admin = await firstAdmin(house);
  steward = await colleague(house, admin, { name: 'sam', role: 'operator', zones: ['east'] });
  elsewhere = await colleague(house, admin, { name: 'wes', role: 'operator', zones: ['west'] });
  agent = await house.agent();
});
afterAll(async () => {
  await house.close();
  await rm(folder, { recursive: true, force: true });
  await Promise.all([mail.close(), ...Object.values(receivers).map((each) => each.close())]);
});

const browsers = { steward: pushBrowser(), elsewhere: pushBrowser() };
const subscribe = (guest: Guest, browser: ReturnType<typeof pushBrowser>, path: string) =>
  guest.ask('PUT', '/api/v1/push/subscription', {
    endpoint: `${receivers.push.url}/${path}`,
    keys: browser.keys,
  });

describe('[I] telling people of an alert', () => {
  it('tells each channel once, in its own form, and each phone what its owner may see', async () => {
    expect((await subscribe(steward, browsers.steward, 'sam')).status).toBe(204);
    expect((await subscribe(elsewhere, browsers.elsewhere, 'wes')).status).toBe(204);
    await fill(WARNING, 14);
    const [hooked] = await receivers.hook.until(1);
    const [slack] = await receivers.slack.until(1);
    const [letter] = await mail.until(1);
    const [push] = await receivers.push.until(1);
    if (!(hooked && slack && push)) throw new Error('nothing came');
    expect(json(hooked)).toMatchObject({
      ...{ v: 1, kind: 'raised', priority: 'warning', zone: 'east', place: 'East' },
      text: '4.2 persons/m² (limit 4).',
    });
    expect(json(slack)).toMatchObject({ text: 'Warning: East. 4.2 persons/m² (limit 4).' });
    expect(letter).toContain('Subject: [Hall] Warning: East');
    const shown = JSON.parse(browsers.steward.decrypt(push.body));
    expect(shown).toMatchObject({ title: 'Warning: East', kind: 'raised', priority: 'warning' });
    expect(push.headers).toMatchObject({ urgency: 'high', ttl: '900', topic: expect.any(String) });
    house.second();
    expect(receivers.push.requests, 'who sees another zone is told nothing').toHaveLength(1);
    expect(receivers.teams.requests, 'nobody has been called in vain').toHaveLength(0);
  });

  it('signs a webhook by its time and body, so that it can be proven and not be replayed', () => {
    const [request] = receivers.hook.requests;
    const signature = String(request?.headers['throng-signature']);
    const [, time, hash] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(signature) ?? [];
    const body = request?.body.toString() ?? '';
    expect(createHmac('sha256', SECRET).update(`${time}.${body}`).digest('hex')).toBe(hash);
    expect(Number(time)).toBe(Math.floor(Date.parse(String(Object(JSON.parse(body)).at)) / 1_000));
    expect(request?.headers['throng-delivery']).toMatch(/^[0-9a-f]{32}$/);
  });

  it('shows push services who sends, by a key that only the server can read', async () => {
    const { authorization = '' } = receivers.push.requests[0]?.headers ?? {};
    const [, token = '', key = ''] = /^vapid t=(\S+), k=(\S+)$/.exec(authorization) ?? [];
    const answer = await steward.ask('GET', '/api/v1/push/key');
    expect(answer.body).toEqual({ key });
    const point = Buffer.from(key, 'base64url');
    const publicKey = createPublicKey({
      format: 'jwk',
      key: {
        ...{ kty: 'EC', crv: 'P-256' },
        x: point.subarray(1, 33).toString('base64url'),
        y: point.subarray(33).toString('base64url'),
      },
    });
    const [header, claims, signature] = token.split('.');
    const isGood = verify(
      'sha256',
      Buffer.from(`${header}.${claims}`),
      { key: publicKey, dsaEncoding: 'ieee-p1363' },
      Buffer.from(signature ?? '', 'base64url'),
    );
    expect(isGood).toBe(true);
    expect(JSON.parse(Buffer.from(claims ?? '', 'base64url').toString())).toMatchObject({
      aud: new URL(receivers.push.url).origin,
      sub: 'mailto:security@venue.example',
    });
    expect(statSync(`${house.storeFile}.push-key`).mode & 0o777).toBe(0o600);
    expect(house.log).not.toContain('"d":');
  });

  it('[LC6] goes on to the next channel when nobody answers, past every cooldown', async () => {
    await fill(CRITICAL, 14);
    expect(receivers.teams.requests).toHaveLength(0);
    await fill(CRITICAL, 62);
    const [card] = await receivers.teams.until(1);
    expect(card?.body.toString()).toContain('Nobody answers: critical, East');
  });

  it('[LC10] a call for help from the place is told to the lead', async () => {
    const { body } = await steward.ask('GET', '/api/v1/alerts?state=active');
    const { id } = Object(body)[0];
    const before = receivers.teams.requests.length;
    await steward.ask('POST', `/api/v1/alerts/${id}/acts`, { kind: 'acknowledge' });
    await steward.ask('POST', `/api/v1/alerts/${id}/acts`, { kind: 'call-for-help' });
    house.second();
    const cards = await receivers.teams.until(before + 1);
    expect(cards.at(-1)?.body.toString()).toContain('Help needed: East');
    expect(cards.at(-1)?.body.toString(), 'no name of staff leaves the server').not.toContain(
      'sam',
    );
  });

  it('tries again what failed, gives up what is refused, and tells neither twice after a restart', async () => {
    const [hooks, slacks] = [receivers.hook.requests.length, receivers.slack.requests.length];
    receivers.hook.answer(503, 503);
    receivers.slack.answer(302);
    await fill(5.8, 8);
    await receivers.slack.until(slacks + 1);
    await receivers.hook.until(hooks + 1);
    await house.stop();
    await house.start();
    agent = await house.agent();
    await eventually('the third attempt', async () => {
      house.second();
      return receivers.hook.requests.length >= hooks + 3 ? true : undefined;
    });
    const keys = receivers.hook.requests
      .slice(hooks)
      .map((each) => each.headers['throng-delivery']);
    expect(new Set(keys).size, 'three attempts of one delivery').toBe(1);
    expect(receivers.slack.requests, 'no redirect is followed').toHaveLength(slacks + 1);
    house.second();
    const { body } = await admin.ask('GET', '/api/v1/notifications');
    const channels: { id: string; last: unknown }[] = Object(body).channels;
    expect(channels.find(({ id }) => id === 'slack')).toMatchObject({
      last: { outcome: 'failed', code: 'http-302' },
    });
    expect(channels.find(({ id }) => id === 'hook')).toMatchObject({ last: { outcome: 'sent' } });
  });

  it('puts what was told, and what failed, on record, and counts it', async () => {
    house.second();
    const sent = await admin.ask('GET', '/api/v1/audit?action=notification-sent');
    expect(Object(sent.body).records.length).toBeGreaterThan(5);
    const failures = await admin.ask('GET', '/api/v1/audit?action=notification-failed');
    expect(failures.body).toMatchObject({
      records: [{ details: { channel: 'slack', reason: 'http-302' } }],
    });
    const metrics = String((await admin.ask('GET', '/metrics')).body);
    expect(metrics).toMatch(/throng_notifications_total\{channel="hook",outcome="sent"\} 1/);
  });

  it('forgets a browser that is no more, and tells nobody who has logged out', async () => {
    const endpoint = `${receivers.push.url}/sam`;
    const test = () => steward.ask('POST', '/api/v1/push/test', { endpoint });
    expect(await test()).toMatchObject({ body: { sent: true, code: null } });
    expect(await elsewhere.ask('POST', '/api/v1/push/test', { endpoint })).toMatchObject({
      status: 404,
    });
    const before = receivers.push.requests.length;
    await steward.ask('DELETE', '/api/v1/session');
    await fill(5.8, 62);
    expect(receivers.push.requests, 'called out, but not to who has left').toHaveLength(before);
    receivers.push.answer(410);
    const gone = { endpoint: `${receivers.push.url}/wes` };
    expect(await elsewhere.ask('POST', '/api/v1/push/test', gone)).toMatchObject({
      body: { sent: false, code: 'http-410' },
    });
  });
});

describe('[I] setting notifications', () => {
  it('tests a channel by a button, and says how it went', async () => {
    const test = (channel: string) => admin.ask('POST', '/api/v1/notifications/test', { channel });
    expect(await test('hook')).toMatchObject({ status: 200, body: { sent: true } });
    receivers.teams.answer(500);
    expect(await test('teams')).toMatchObject({ body: { sent: false, code: 'http-500' } });
    expect((await test('nobody')).status).toBe(400);
  });

  it('takes other rules from the page, names each fault, and goes back to those of the file', async () => {
    const put = (rules: object[]) => admin.ask('PUT', '/api/v1/notifications/rules', { rules });
    const refused = await put([{ id: 'a', channel: 'fax', zones: ['moon'], roles: ['operator'] }]);
    expect(refused.status).toBe(400);
    expect(JSON.stringify(refused.body)).toMatch(/no channel .+fax.+; .+only .+; .+no zone .+moon/);
    expect(await put([{ id: 'a', channel: 'mail' }])).toMatchObject({
      status: 200,
      body: { set: { by: 'ada' }, rules: [{ id: 'a', minimumPriority: 'warning' }] },
    });
    const back = await admin.ask('DELETE', '/api/v1/notifications/rules');
    expect(back.body).toMatchObject({ set: null });
    expect(Object(back.body).rules).toHaveLength(5);
    expect((await elsewhere.ask('GET', '/api/v1/notifications')).status).toBe(403);
  });
});
