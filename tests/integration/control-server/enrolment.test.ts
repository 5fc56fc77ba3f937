import { readFile, stat } from 'node:fs/promises';
import { request } from 'node:https';
import { join } from 'node:path';
import { json } from 'node:stream/consumers';
import { formatEnrolmentCode, parseEnrolmentCode } from '@throng/contract';
import { connect, connectAsync, type IClientOptions, type MqttClient } from 'mqtt';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readSettings } from '../../../edge-agent/src/adapters/files/read-settings.js';
import {
  identityPaths,
  readIdentity,
} from '../../../edge-agent/src/adapters/identity/identity-folder.js';
import { enrolBox, renewIdentity } from '../../../edge-agent/src/main/enrol-box.js';
import { openPublisher } from '../../../edge-agent/src/main/open-publisher.js';
import { authority } from '../../support/certificates.js';
import { temporaryFolder } from '../../support/temporary-folder.js';
import { agentFiles } from '../edge-agent/support/agent-files.js';
import { type EnrollingHouse, enrollingHouse } from './support/enrolling-house.js';

const real = { now: Date.now };
const STATUS = (edge: string) => `throng/v1/hall/${edge}/status`;

const enrol = async (house: EnrollingHouse, edge: string) => {
  const state = await temporaryFolder();
  const server = new URL(house.server.url);
  const code = await house.code(edge);
  const enrolled = await enrolBox({ server, code, state, edge, again: false }, real);
  if (!enrolled.ok) throw new Error(enrolled.message);
  return { ...enrolled.value, state };
};

/** What a thief reads off a box: key, certificate and authorities. */
const loot = async (state: string): Promise<IClientOptions> => {
  const { ca, cert, key } = identityPaths(state);
  const [authorities, certificate, secret] = await Promise.all(
    [ca, cert, key].map((path) => readFile(path, 'utf8')),
  );
  if (authorities === undefined || certificate === undefined || secret === undefined) {
    throw new Error('no identity');
  }
  return { ca: authorities, cert: certificate, key: secret, reconnectPeriod: 0 };
};

const come = async (broker: string, options: IClientOptions): Promise<MqttClient> => {
  const client = await connectAsync(broker, options);
  client.on('error', () => {});
  onTestFinished(() => void client.end(true));
  return client;
};

/** Whether the broker lets somebody in at all. */
const outcome = (broker: string, options: IClientOptions): Promise<'in' | 'out'> =>
  new Promise((resolve) => {
    const client = connect(broker, options);
    client.on('error', () => {});
    client.once('connect', () => resolve('in'));
    client.once('close', () => resolve('out'));
    onTestFinished(() => void client.end(true));
  });

const edgesOf = (house: EnrollingHouse): Promise<Record<string, unknown>[]> =>
  new Promise((resolve, reject) => {
    const asked = request(`${house.server.url}/api/v1/state`, { ca: house.ca }, (answer) => {
      json(answer).then((body) => resolve(Reflect.get(Object(body), 'edges')), reject);
    });
    asked.once('error', reject).end();
  });

/** Posts to the API as a page at this machine does; the answer, and the code of what went wrong. */
const post = (house: EnrollingHouse, path: string, body: object) =>
  new Promise<{ status: number; code: unknown; said: unknown }>((resolve, reject) => {
    const asked = request(
      `${house.server.url}/api/v1/${path}`,
      { ca: house.ca, method: 'POST', headers: { 'content-type': 'application/json' } },
      (answer) => {
        json(answer).then((said) => {
          const error: unknown = Reflect.get(Object(said), 'error');
          const code: unknown = Reflect.get(Object(error), 'code');
          resolve({ status: answer.statusCode ?? 0, code, said });
        }, reject);
      },
    );
    asked.once('error', reject).end(JSON.stringify(body));
  });
const ask = (house: EnrollingHouse, body: object) => post(house, 'enrolment', body);

describe('[I] enrolment of boxes', () => {
  it('turns a code into key, certificate, authority and broker, for the eyes of the agent only', async () => {
    const house = await enrollingHouse();
    const { broker, edge, endsAt, state, venue } = await enrol(house, 'box-1');
    expect({ edge, venue }).toEqual({ edge: 'box-1', venue: 'hall' });
    expect(broker).toBe(house.server.broker);
    expect(Math.round((endsAt - Date.now()) / 86_400_000)).toBe(90);
    const paths = identityPaths(state);
    for (const path of [paths.key, paths.cert, paths.ca, paths.file]) {
      expect((await stat(path)).mode & 0o777).toBe(0o600);
    }
    expect((await stat(paths.folder)).mode & 0o777).toBe(0o700);
    expect(await outcome(broker, await loot(state))).toBe('in');
  });

  it('[EN3] a code works once, within its time, for its own edge, and tells what became of it', async () => {
    const house = await enrollingHouse();
    const server = new URL(house.server.url);
    const code = await house.code('box-1');
    const attempt = async (change: object = {}, clock = real) => {
      const wish = { server, code, state: await temporaryFolder(), edge: 'box-1', again: false };
      const enrolled = await enrolBox({ ...wish, ...change }, clock);
      return enrolled.ok ? 'enrolled' : enrolled.code;
    };
    expect(await attempt({ edge: 'box-2' })).toBe('code-for-another');
    expect(await attempt({}, { now: () => Date.now() - 600_000 })).toBe('clock');
    expect(await attempt({ state: join(house.venueFile, 'in-a-file') })).toBe('unwritable');
    expect(await attempt()).toBe('enrolled');
    expect(await attempt()).toBe('code-used');
    const [older, newer] = [await house.code('box-1'), await house.code('box-1')];
    expect(await attempt({ code: older }), 'an older code ends').toBe('code-expired');
    await house.revoke('box-1');
    expect(await attempt({ code: newer }), 'so do those of a revoked edge').toBe('code-expired');
    const late = await house.code('box-1', 1);
    house.clock.advance(61_000);
    const then = { now: () => house.clock.now() };
    expect(await attempt({ code: late }, then)).toBe('code-expired');
  });

  it('[EN1] a code is shown to no server but its own', async () => {
    const [house, other] = await Promise.all([enrollingHouse(), enrollingHouse()]);
    const code = await house.code('box-1');
    const wish = { code, state: await temporaryFolder(), edge: 'box-1', again: false };
    const strayed = await enrolBox({ ...wish, server: new URL(other.server.url) }, real);
    expect(strayed).toMatchObject({ ok: false, code: 'wrong-server' });
    const parsed = parseEnrolmentCode(code);
    if (!parsed.ok) throw new Error(parsed.message);
    const forged = formatEnrolmentCode({ ...parsed.value, secret: new Uint8Array(16) });
    const server = new URL(house.server.url);
    expect(await enrolBox({ ...wish, code: forged, server }, real)).toMatchObject({
      code: 'code-unknown',
    });
    expect(await enrolBox({ ...wish, server }, real)).toMatchObject({ ok: true });
    expect(await enrolBox({ ...wish, server }, real)).toMatchObject({ code: 'already-enrolled' });
  });

  it('[EN2] refuses requests that are none, unknown fields, and who asks too often', async () => {
    const house = await enrollingHouse();
    const request =
      '-----BEGIN CERTIFICATE REQUEST-----\nAAAA\n-----END CERTIFICATE REQUEST-----\n';
    const at = new Date().toISOString();
    const parsed = parseEnrolmentCode(await house.code('box-1'));
    if (!parsed.ok) throw new Error(parsed.message);
    const secret = Buffer.from(parsed.value.secret).toString('hex');
    const good = { v: 1, secret, request, at };
    expect(await ask(house, { ...good, key: 'mine' })).toMatchObject({ status: 400 });
    expect(await ask(house, good)).toMatchObject({ status: 400, code: 'bad-request' });
    const guess = { ...good, secret: '0'.repeat(32) };
    expect(await ask(house, guess)).toMatchObject({ status: 403, code: 'code-unknown' });
    const answers = await Promise.all(Array.from({ length: 10 }, () => ask(house, guess)));
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(3);
    expect(house.store.code('').ok && house.store.certificates()).toMatchObject({ value: [] });
  });

  it('[EN6] a stolen box reads and writes only what is its own, and ends nobody’s session', async () => {
    const house = await enrollingHouse();
    const [stolen, other] = [await enrol(house, 'box-1'), await enrol(house, 'box-2')];
    const victim = await come(other.broker, {
      ...(await loot(other.state)),
      clientId: 'throng-edge-hall-box-2',
    });
    const thief = await come(stolen.broker, await loot(stolen.state));
    const heard: string[] = [];
    thief.on('message', (topic) => heard.push(topic));
    const filters = ['#', 'throng/v1/hall/+/status', STATUS('box-2'), '$SYS/#'];
    for (const filter of [...filters, 'throng/v1/hall/box-2/fleet/desired']) {
      const granted = await thief.subscribeAsync(filter, { qos: 1 }).catch(() => []);
      expect(
        granted.filter(({ qos }) => qos < 128),
        filter,
      ).toEqual([]);
    }
    const own = ['throng/v1/hall/server/status', 'throng/v1/hall/box-1/fleet/desired'];
    for (const filter of own) {
      expect(await thief.subscribeAsync(filter, { qos: 1 })).toMatchObject([{ qos: 1 }]);
    }
    await victim.publishAsync(STATUS('box-2'), 'online', { qos: 1, retain: true });
    await expect.poll(() => heard).toEqual(['throng/v1/hall/server/status']);
    const asOther = { ...(await loot(stolen.state)), clientId: 'throng-edge-hall-box-2' };
    expect(await outcome(stolen.broker, asOther)).toBe('out');
    expect(victim.connected).toBe(true);
    for (const topic of [STATUS('box-2'), 'throng/v1/hall/box-1/fleet/desired']) {
      const writer = await come(stolen.broker, await loot(stolen.state));
      void writer.publishAsync(topic, 'offline', { qos: 1 }).catch(() => {});
      await expect.poll(() => writer.connected).toBe(false);
    }
    house.clock.advance(1_000);
    await expect.poll(house.log).toMatch(/"reason":"foreign-read","count":5,/);
    expect(house.log()).toMatch(/"reason":"foreign-edge","count":3,/);
  });

  it('[EN6] its Last Will speaks for no other box', async () => {
    const house = await enrollingHouse();
    const { broker, state } = await enrol(house, 'box-1');
    const will = { topic: STATUS('box-2'), payload: Buffer.from('offline'), qos: 1 as const };
    const thief = await come(broker, { ...(await loot(state)), will: { ...will, retain: true } });
    thief.stream.destroy();
    await expect
      .poll(() => {
        house.clock.advance(1_000);
        return house.log();
      })
      .toContain('does not speak for throng/v1/hall/box-2/status');
  });

  it('an agent whose settings say `enrolled` publishes, renews, comes back with the new certificate, and is cut off when revoked', async () => {
    const house = await enrollingHouse();
    const config = await agentFiles('', [{ id: 'south', source: 'none.mp4' }], {
      broker: 'enrolled',
    });
    const folder = join(config, '..');
    const before = await readSettings(config, {});
    expect(before.ok ? '' : before.message).toContain('this box is not enrolled');
    const state = join(folder, 'throng-state');
    const code = await house.code('box-1');
    const server = new URL(house.server.url);
    const first = await enrolBox({ server, code, state, edge: 'box-1', again: false }, real);
    expect(first).toMatchObject({ ok: true });
    const loaded = await readSettings(config, {});
    if (!loaded.ok) throw new Error(loaded.message);
    const lines: string[] = [];
    const say = (details: object, message: string) =>
      lines.push(`${message} ${JSON.stringify(details)}`);
    const publisher = openPublisher(loaded.value, { info: say, warn: say, error: say });
    onTestFinished(() => publisher.close());
    const isOnline = async () =>
      (await edgesOf(house)).find(({ edge }) => edge === 'box-1')?.status;
    const second = () => {
      house.clock.advance(1_000);
      return isOnline();
    };
    await expect.poll(second).toBe('online');

    expect(await renewIdentity(state, real)).toMatchObject({ ok: true });
    const known = house.store.certificates();
    const [newer, older] = known.ok ? known.value : [];
    expect(known.ok && known.value).toHaveLength(2);
    expect(older?.seenAt).not.toBeNull();
    expect(newer?.seenAt).toBeNull();
    await house.revoke(older?.serial ?? '');
    house.clock.advance(1_000);
    const seen = () => {
      const now = house.store.certificates();
      return now.ok && now.value[0]?.seenAt !== null;
    };
    await expect.poll(seen).toBe(true);
    await expect.poll(second).toBe('online');
    expect(lines.filter((line) => line.startsWith('connected'))).toHaveLength(2);

    const stolen = await loot(state);
    await house.revoke('box-1');
    house.clock.advance(1_000);
    await expect.poll(() => lines.at(-1)).toMatch(/the broker cannot be reached.*revoked/);
    expect(await outcome(house.server.broker, stolen)).toBe('out');
    expect(await renewIdentity(state, real)).toMatchObject({ code: 'certificate-revoked' });
    expect(await readIdentity(state)).toMatchObject({ ok: true });
    await expect.poll(second).toBe('offline');
  });

  it('[EN1] works with a given certificate too, whose issuer the server does not show', async () => {
    const elsewhere = await authority('house');
    const { certFile, keyFile } = await elsewhere.issue('hall');
    const [cert = '', key = '', ca = ''] = await Promise.all(
      [certFile, keyFile, elsewhere.certFile].map((path) => readFile(path, 'utf8')),
    );
    const house = await enrollingHouse({}, [], { cert, key, ca });
    const { broker, state } = await enrol(house, 'box-1');
    expect(await outcome(broker, await loot(state))).toBe('in');
    expect(await renewIdentity(state, real)).toMatchObject({ ok: true });
    expect(await outcome(broker, await loot(state))).toBe('in');
  });

  it('admins make codes and revoke boxes over the API as well', async () => {
    const house = await enrollingHouse();
    const made = await post(house, 'boxes/box-1/code', { minutes: 5 });
    expect(made).toMatchObject({ status: 201, said: { code: expect.any(String) } });
    const code = String(Reflect.get(Object(made.said), 'code'));
    const state = await temporaryFolder();
    const wish = { server: new URL(house.server.url), code, state, edge: 'box-1', again: false };
    const enrolled = await enrolBox(wish, real);
    expect(enrolled).toMatchObject({ ok: true });
    expect(await post(house, 'boxes/server/code', {})).toMatchObject({ code: 'reserved' });
    const thief = await come(house.server.broker, await loot(state));
    const reason = { reason: 'stolen' };
    expect(await post(house, 'boxes/box-1/revocation', reason)).toMatchObject({
      ...{ status: 200, said: { serials: [expect.any(String)], codes: 0 } },
    });
    house.clock.advance(1_000);
    await expect.poll(() => thief.connected).toBe(false);
    expect(await post(house, 'boxes/box-1/revocation', reason)).toMatchObject({ status: 404 });
  });

  it('[EN4] what is enrolled anew has its former certificate revoked', async () => {
    const house = await enrollingHouse();
    const lost = await enrol(house, 'box-1');
    const thief = await come(lost.broker, await loot(lost.state));
    const found = await enrol(house, 'box-1');
    house.clock.advance(1_000);
    await expect.poll(() => thief.connected).toBe(false);
    expect(await outcome(found.broker, await loot(found.state))).toBe('in');
    expect(await outcome(lost.broker, await loot(lost.state))).toBe('out');
  });

  it('[EN4] the certificate of a box vouches for no server, and the server’s for no box', async () => {
    const house = await enrollingHouse();
    const { broker, state } = await enrol(house, 'box-1');
    const tls = house.file.listenTls;
    const server = {
      ca: house.ca,
      cert: await readFile(tls?.certFile ?? '', 'utf8'),
      key: await readFile(tls?.keyFile ?? '', 'utf8'),
    };
    expect(await outcome(broker, { ...server, reconnectPeriod: 0 })).toBe('out');
    const elsewhere = await authority('elsewhere');
    const stranger = await elsewhere.issue('box-1');
    const foreign = {
      ...(await loot(state)),
      cert: await readFile(stranger.certFile, 'utf8'),
      key: await readFile(stranger.keyFile, 'utf8'),
    };
    expect(await outcome(broker, foreign)).toBe('out');
  });
});
