import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { decode, ok } from '@throng/contract';
import { connectAsync, type IClientOptions } from 'mqtt';
import { expect, it, onTestFinished } from 'vitest';
import { identityPaths } from '../../../edge-agent/src/adapters/identity/identity-folder.js';
import { MqttPublisher } from '../../../edge-agent/src/adapters/mqtt/mqtt-publisher.js';
import { systemClock } from '../../../edge-agent/src/adapters/system-clock.js';
import { enrolBox } from '../../../edge-agent/src/main/enrol-box.js';
import { MemorySpool } from '../../../edge-agent/src/spool/memory-spool.js';
import { anonymize } from '../../../edge-agent/src/stages/anonymize.js';
import { eventually } from '../../support/eventually.js';
import { freePort } from '../../support/free-port.js';
import { placeShippedMosquitto } from '../../support/shipped-mosquitto.js';
import { describeWith } from '../../support/system-tools.js';
import { temporaryFolder } from '../../support/temporary-folder.js';
import { sampleView } from '../../unit/edge-agent/support/sample-camera.js';
import { type EnrollingHouse, enrollingHouse } from '../control-server/support/enrolling-house.js';

const SCRIPT = fileURLToPath(
  new URL('../../../hardware/mosquitto/take-revocations.sh', import.meta.url),
);

/** A house whose boxes speak over a Mosquitto under the shipped rules, which knows the house's authority. */
const houseWithMosquitto = async (edit?: (config: string) => string) => {
  const ports = { agents: await freePort(), servers: await freePort() };
  const url = (port: number) => `mqtts://127.0.0.1:${port}`;
  const own = { caFile: 'authority/ca.pem', certFile: 'server.pem', keyFile: 'server.key' };
  const house = await enrollingHouse(
    {
      broker: { url: url(ports.servers), ...own },
      enrolment: { authority: 'authority', brokerUrl: url(ports.agents) },
    },
    ['server', 'client'],
  );
  const at = (name: string) => join(house.folder, name);
  const placed = await placeShippedMosquitto({
    files: {
      'ca.pem': at('authority/ca.pem'),
      'crl.pem': at('authority/crl.pem'),
      'broker.pem': at('server.pem'),
      'broker.key': at('server.key'),
    },
    ports,
    ...(edit === undefined ? {} : { edit }),
  });
  const broker = await placed.start();
  await expect.poll(house.log).toContain('broker connected');
  return { house, placed, broker };
};

/** Enrols a box, and what it then shows the broker. */
const enrolled = async (house: EnrollingHouse, edge: string) => {
  const state = await temporaryFolder();
  const wish = { server: new URL(house.server.url), state, edge, again: false };
  const done = await enrolBox({ ...wish, code: await house.code(edge) }, Date);
  if (!done.ok) throw new Error(done.message);
  const { ca, cert, key } = identityPaths(state);
  const read = (path: string) => readFile(path, 'utf8');
  return { ca: await read(ca), cert: await read(cert), key: await read(key) };
};

type Pems = Awaited<ReturnType<typeof enrolled>>;

const attempt = async (url: string, options: IClientOptions): Promise<string> => {
  try {
    const client = await connectAsync(url, { ...options, reconnectPeriod: 0 }, false);
    onTestFinished(() => void client.end(true));
    return 'in';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
};

/** An agent's line with a window a call; the names of those that it has sent. */
const honestBox = (url: string, edge: string, pems: Pems) => {
  const lines: string[] = [];
  const say = (_: object, message: string) => void lines.push(message);
  const publisher = new MqttPublisher({
    url,
    address: async () => ok({ url, ...pems }),
    ...{ venue: 'hall', edge, latePerSecond: 1_000, needsServer: true, clock: systemClock },
    spool: new MemorySpool({ bytes: 1e7, ageMs: 1e12 }),
    log: { info: say, warn: say, error: say },
  });
  onTestFinished(() => publisher.close());
  const view = sampleView();
  const origin = { venue: 'hall', edge, bootId: '00112233aabbccdd' };
  let sequence = 0;
  return {
    lines,
    publisher,
    measure: () => {
      sequence += 1;
      const frames = { captured: 0, processed: 0, superseded: 0, failed: 0 };
      const rest = { passages: [], measurement: undefined, fault: 'no-signal', frames } as const;
      const start = Math.floor(Date.now() / 1_000) * 1_000;
      const window = { start, seconds: 1, sequence, latency: undefined, ...rest };
      publisher.publish(anonymize(window, view, origin));
      return sequence;
    },
  };
};

/** Sequences of the windows that whoever hears all has heard of an edge. */
const listen = async (url: string, options: IClientOptions, edge: string) => {
  const client = await connectAsync(url, options);
  onTestFinished(() => client.endAsync(true));
  const heard = new Set<number>();
  client.on('message', (topic, payload) => {
    const decoded = decode(topic, payload);
    if (!decoded.ok || decoded.value.channel !== 'window') return;
    const { message } = decoded.value;
    if (message.edge === edge) heard.add(message.sequence);
  });
  const subscribe = () => void client.subscribe('throng/v1/#', { qos: 1 });
  client.on('connect', subscribe);
  await client.subscribeAsync('throng/v1/#', { qos: 1 });
  return heard;
};

/** What throng-revocations.service does, with signals in place of systemctl. */
const takeRevocations = (
  { folder: authority }: EnrollingHouse,
  folder: string,
  pid: number,
  restart = 'false',
) => {
  const { status, stderr, stdout } = spawnSync(
    'sh',
    [
      SCRIPT,
      ...['--list', join(authority, 'authority/crl.pem'), '--into', join(folder, 'crl.pem')],
      ...['--conf', join(folder, 'mosquitto.conf')],
      ...['--reload', `kill -HUP ${pid}`, '--restart', restart],
    ],
    { encoding: 'utf8' },
  );
  return { code: status, said: `${stdout}${stderr}` };
};

/** The same list with the last byte of its signature changed. */
const withOtherSignature = (list: string): string => {
  const der = Buffer.from(list.replace(/-----[^-]+-----/g, ''), 'base64');
  der[der.length - 1] = (der.at(-1) ?? 0) ^ 1;
  const lines = der.toString('base64').replace(/.{64}/g, '$&\n').trimEnd();
  return `-----BEGIN X509 CRL-----\n${lines}\n-----END X509 CRL-----\n`;
};

/** What a server of the house shows a broker. */
const ofServer = async ({ ca, folder }: EnrollingHouse) => ({
  ca,
  cert: await readFile(join(folder, 'server.pem'), 'utf8'),
  key: await readFile(join(folder, 'server.key'), 'utf8'),
});

const upTo = (last: number): number[] => Array.from({ length: last }, (_, index) => index + 1);

describeWith(['mosquitto'], '[I] a box that is stolen, at a Mosquitto', () => {
  it('reads and writes its own until it is revoked, and then nothing; no other box notices', async () => {
    const { house, placed, broker } = await houseWithMosquitto();
    const { agents, servers } = placed.url;
    const [stolen, other] = [await enrolled(house, 'box-1'), await enrolled(house, 'box-2')];
    const server = await ofServer(house);
    const heard = await listen(servers, server, 'box-2');
    const thief = await connectAsync(agents, { ...stolen, reconnectPeriod: 0, keepalive: 3_600 });
    onTestFinished(() => thief.endAsync(true));
    await thief.publishAsync('throng/v1/hall/box-1/status', 'online', { qos: 1 });
    const box = honestBox(agents, 'box-2', other);
    box.measure();
    await eventually('the other box', () => heard.has(1) || undefined);

    const ended = new Promise<void>((resolve) => thief.once('close', () => resolve()));
    const list = join(house.folder, 'authority/crl.pem');
    const before = await readFile(list, 'utf8');
    await house.revoke('box-1');
    // It says nothing more, so that nobody could hear it by its messages.
    house.clock.advance(1_000);
    await expect.poll(() => readFileSync(list, 'utf8')).not.toBe(before);
    await ended;
    expect(await attempt(agents, stolen), 'until the broker has the list').toBe('in');

    const lines = broker.lines.length;
    expect(takeRevocations(house, placed.folder, broker.pid)).toMatchObject({
      code: 0,
      said: expect.stringContaining('kill -HUP'),
    });
    await eventually(
      'the reload',
      () => broker.lines.slice(lines).some((line) => line.includes('Reloading')) || undefined,
    );
    // Whoever slipped in before the list was taken is ended by the next of the moments.
    house.clock.advance(4_000);
    await broker.line(/Client box-1 already connected, closing old connection/);
    await expect.poll(() => attempt(agents, stolen)).toMatch(/revoked/);
    expect(house.log()).toContain('the session of a revoked box is ended at the broker');

    const last = box.measure();
    await eventually('all windows', () => heard.has(last) || undefined);
    expect([...heard].toSorted((a, b) => a - b)).toEqual(upTo(last));
    expect(box.lines.filter((line) => /broker/.test(line) && /lost|unreach/.test(line))).toEqual(
      [],
    );
    expect(broker.lines.filter((line) => /box-2.*(closing|disconnected)/.test(line))).toEqual([]);
    // The same list again wants nothing of the broker.
    expect(takeRevocations(house, placed.folder, broker.pid)).toEqual({ code: 0, said: '' });
  });

  it('is ended by a restart where client ids are anybody’s, and no window of another is lost', async () => {
    const { house, placed, broker } = await houseWithMosquitto((config) =>
      config.replace('use_username_as_clientid true', ''),
    );
    const { agents, servers } = placed.url;
    const [stolen, other] = [await enrolled(house, 'box-1'), await enrolled(house, 'box-2')];
    const session = { clean: false, clientId: 'listener', reconnectPeriod: 100 };
    const server = { ...(await ofServer(house)), ...session };
    const heard = await listen(servers, server, 'box-2');
    // Under a name of its own choice it cannot be found by its client id.
    const thief = await connectAsync(agents, { ...stolen, clientId: 'x', reconnectPeriod: 0 });
    onTestFinished(() => thief.endAsync(true));
    const box = honestBox(agents, 'box-2', other);
    box.measure();
    await eventually('the other box', () => heard.has(1) || undefined);

    const list = join(house.folder, 'authority/crl.pem');
    const before = await readFile(list, 'utf8');
    await house.revoke('box-1');
    house.clock.advance(1_000);
    await expect.poll(() => readFileSync(list, 'utf8')).not.toBe(before);
    const ended = new Promise<void>((resolve) => thief.once('close', () => resolve()));
    const stop = `kill -TERM ${broker.pid}`;
    expect(takeRevocations(house, placed.folder, broker.pid, stop)).toMatchObject({
      code: 0,
      said: expect.stringContaining(stop),
    });
    await ended;
    await broker.ended;
    for (let windows = 0; windows < 5; windows += 1) box.measure();
    await placed.start();
    const last = box.measure();
    await eventually('all windows', () => heard.size === last || undefined, 40_000);
    expect([...heard].toSorted((a, b) => a - b)).toEqual(upTo(last));
    expect(await attempt(agents, { ...stolen, clientId: 'x' })).toMatch(/revoked/);
  });

  it('a list that is cut off, or of somebody else, is not taken', async () => {
    const { house, placed, broker } = await houseWithMosquitto();
    const list = join(house.folder, 'authority/crl.pem');
    const whole = await readFile(list, 'utf8');
    const inForce = await readFile(join(placed.folder, 'crl.pem'), 'utf8');
    await writeFile(list, whole.slice(0, 200));
    const cut = takeRevocations(house, placed.folder, broker.pid);
    expect(cut).toMatchObject({ code: 1, said: expect.stringContaining('no list of revoked') });
    await writeFile(list, withOtherSignature(whole));
    const forged = takeRevocations(house, placed.folder, broker.pid);
    expect(forged).toMatchObject({ code: 1, said: expect.stringContaining('is not signed by') });
    expect(await readFile(join(placed.folder, 'crl.pem'), 'utf8')).toBe(inForce);
    expect(existsSync(join(placed.folder, 'crl.pem.new'))).toBe(false);
  });
});
