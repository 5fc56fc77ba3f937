import { decode, ok } from '@throng/contract';
import mqtt from 'mqtt';
import { expect, it, onTestFinished } from 'vitest';
import { MqttPublisher } from '../../../edge-agent/src/adapters/mqtt/mqtt-publisher.js';
import { systemClock } from '../../../edge-agent/src/adapters/system-clock.js';
import type { WindowSpool } from '../../../edge-agent/src/ports/window-spool.js';
import { MemorySpool } from '../../../edge-agent/src/spool/memory-spool.js';
import { anonymize } from '../../../edge-agent/src/stages/anonymize.js';
import { eventually } from '../../support/eventually.js';
import { freePort } from '../../support/free-port.js';
import { startMosquitto } from '../../support/mosquitto.js';
import { sampleHealth } from '../../support/sample-messages.js';
import { describeWith } from '../../support/system-tools.js';
import { sampleView } from '../../unit/edge-agent/support/sample-camera.js';

const view = sampleView();
const origin = { venue: 'arena', edge: 'box-1', bootId: '00112233aabbccdd' };
const windowOf = (sequence: number) =>
  anonymize(
    {
      start: Date.UTC(2026, 6, 4, 19, 30, sequence % 60),
      seconds: 1,
      sequence,
      passages: [],
      measurement: undefined,
      fault: 'no-signal',
      frames: { captured: 0, processed: 0, superseded: 0, failed: 0 },
      latency: undefined,
    },
    view,
    origin,
  );

const publisherFor = (
  url: string,
  lines: string[] = [],
  spool: WindowSpool = new MemorySpool({ bytes: 1e6, ageMs: 1e12 }),
) => {
  const say = (details: object, message: string) =>
    lines.push(`${message} ${JSON.stringify(details)}`);
  const log = { info: say, warn: say, error: say };
  const publisher = new MqttPublisher({
    url,
    address: async () => ok({ url }),
    venue: 'arena',
    edge: 'box-1',
    spool,
    latePerSecond: 100,
    needsServer: true,
    clock: systemClock,
    log,
  });
  onTestFinished(() => publisher.close());
  return publisher;
};

/** A server's voice on this broker: the retained word, and that it is there now. */
const announceServer = async (url: string) => {
  const server = await mqtt.connectAsync(url);
  onTestFinished(() => server.endAsync(true));
  const say = (status: 'online' | 'offline') =>
    server.publishAsync('throng/v1/arena/server/status', status, { qos: 1, retain: true });
  await say('online');
  return { say };
};

interface Heard {
  readonly text: string;
  readonly retain: boolean;
  readonly sequence: number | undefined;
  readonly late: true | undefined;
}

/** All that a broker passes on, decoded as the server does. */
const listen = async (url: string) => {
  const client = await mqtt.connectAsync(url);
  onTestFinished(() => client.endAsync(true));
  const heard: Heard[] = [];
  client.on('message', (topic, payload, { retain }) => {
    const decoded = decode(topic, payload);
    if (!decoded.ok) throw new Error(decoded.message);
    const received = decoded.value;
    if (received.channel === 'server') return;
    const window = received.channel === 'window' ? received.message : undefined;
    heard.push({
      text: received.channel === 'status' ? received.message : received.channel,
      retain,
      sequence: window?.sequence,
      late: window?.late,
    });
  });
  await client.subscribeAsync('throng/v1/arena/#', { qos: 1 });
  const sequences = () => heard.flatMap(({ sequence }) => sequence ?? []);
  return { heard, sequences };
};

describeWith(['mosquitto'], '[I] MQTT publisher', () => {
  it('says online, then health and windows, and offline once when it leaves', async () => {
    const { url } = await startMosquitto();
    const { heard, sequences } = await listen(url);
    const publisher = publisherFor(url);
    publisher.publishHealth(sampleHealth());
    await eventually('online', () => heard.find(({ text }) => text === 'online'));
    for (const sequence of [0, 1, 2]) publisher.publish(windowOf(sequence));
    await publisher.close();
    await eventually('offline', () => heard.find(({ text }) => text === 'offline'));
    expect(sequences()).toEqual([0, 1, 2]);
    expect(heard.map(({ text }) => text).filter((text) => text !== 'window')).toEqual([
      'online',
      'health',
      'offline',
    ]);
    const late = await listen(url);
    await eventually('retained state', () => (late.heard.length === 2 ? true : undefined));
    expect(late.heard.every(({ retain }) => retain)).toBe(true);
    expect(late.sequences()).toEqual([]);
  });

  it('[T4] leaves the Last Will when it dies', async () => {
    const { url } = await startMosquitto();
    const { heard } = await listen(url);
    const publisher = publisherFor(url);
    await eventually('online', () => heard.find(({ text }) => text === 'online'));
    // Another client of the same id: the broker throws the first out as if its line were cut.
    const thief = await mqtt.connectAsync(url, { clientId: 'throng-edge-arena-box-1' });
    await eventually('offline', () => heard.find(({ text }) => text === 'offline'));
    await thief.endAsync(true);
    await publisher.close();
  });

  it('keeps windows while the broker is away, and announces itself again after', async () => {
    const port = await freePort();
    const url = `mqtt://127.0.0.1:${port}`;
    const lines: string[] = [];
    const publisher = publisherFor(url, lines);
    publisher.publishHealth(sampleHealth());
    for (const sequence of [0, 1, 2, 3]) publisher.publish(windowOf(sequence));
    expect(publisher.queue()).toMatchObject({ waiting: 4, dropped: 0 });
    await eventually('a warning', () => lines.find((line) => line.includes('cannot be reached')));
    const first = await startMosquitto({ port });
    const before = await listen(url);
    await eventually('the newest window', () => before.sequences().at(0));
    await eventually('online', () => before.heard.find(({ text }) => text === 'online'));
    expect(before.heard.filter(({ text }) => text === 'window')).toEqual([
      { text: 'window', retain: false, sequence: 3, late: undefined },
    ]);
    expect(publisher.queue().waiting).toBe(4); // no server was there to hear it
    await announceServer(url);
    await eventually('history', () => (before.sequences().length === 5 ? true : undefined));
    expect(before.sequences()).toEqual([3, 3, 2, 1, 0]);
    expect(before.heard.filter(({ late }) => late).length).toBe(4);
    await eventually('an empty queue', () => (publisher.queue().waiting === 0 ? true : undefined));
    await first.broker.stop();
    await startMosquitto({ port });
    const after = await listen(url);
    await eventually('online again', () => after.heard.find(({ text }) => text === 'online'));
    await eventually('health again', () => after.heard.find(({ text }) => text === 'health'));
  });

  it('sends again what was acknowledged shortly before the server fell silent', async () => {
    const { url } = await startMosquitto();
    const { heard, sequences } = await listen(url);
    const server = await announceServer(url);
    const publisher = publisherFor(url);
    await eventually('online', () => heard.find(({ text }) => text === 'online'));
    await server.say('online'); // as a server does every ten seconds
    await eventually('the server', () => (publisher.serverAwayFor() === 0 ? true : undefined));
    publisher.publish(windowOf(0));
    await eventually('an empty queue', () => (publisher.queue().waiting === 0 ? true : undefined));
    await server.say('offline');
    await eventually('doubt', () => (publisher.queue().waiting === 1 ? true : undefined));
    publisher.publish(windowOf(1));
    await eventually('the live window', () => sequences().includes(1) || undefined);
    await server.say('online');
    await eventually('both again', () => (sequences().length === 4 ? true : undefined));
    expect(sequences()).toEqual([0, 1, 1, 0]);
  });

  it('says loudly that another agent runs under its id', async () => {
    const { url } = await startMosquitto();
    const lines: string[] = [];
    publisherFor(url, lines);
    publisherFor(url);
    const said = await eventually(
      'the error',
      () => lines.find((line) => line.includes('another agent')),
      30_000,
    );
    expect(said).toContain('edge "box-1"');
    expect(said).toContain('give each its own `edge` id');
  });
});
