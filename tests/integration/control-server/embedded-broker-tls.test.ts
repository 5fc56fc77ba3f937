import { readFile } from 'node:fs/promises';
import { connect, connectAsync } from 'mqtt';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startEmbeddedBroker } from '../../../control-server/src/adapters/broker/embedded-broker.js';
import { TlsDoor } from '../../../control-server/src/adapters/tls/tls-door.js';
import type { Refusal } from '../../../control-server/src/admission/refusal.js';
import { authority } from '../../support/certificates.js';

const silent = { info: () => {}, error: () => {} };
const STATUS = (edge: string) => `throng/v1/hall/${edge}/status`;

/** A broker with a certificate; `asks`: also for those of its agents. */
const open = async (asks: boolean) => {
  const house = await authority('venue');
  const ca = await readFile(house.certFile, 'utf8');
  const door = await TlsDoor.open(await house.issue('broker'), { now: Date.now }, silent);
  const [heard, refused]: [string[], Refusal[]] = [[], []];
  const broker = await startEmbeddedBroker(
    {
      ...{ host: '127.0.0.1', port: 0, venue: 'hall' },
      tls: { door, ca: asks ? ca : undefined },
    },
    ({ topic }) => heard.push(topic),
    (refusal) => refused.push(refusal),
  );
  onTestFinished(() => broker.close());
  const shown = async (edge?: string, from = house) => {
    const own = edge === undefined ? undefined : await from.issue(edge);
    const pair = own && { cert: await readFile(own.certFile), key: await readFile(own.keyFile) };
    return { ca, reconnectPeriod: 0, ...pair };
  };
  const agent = async (edge?: string) => {
    const client = await connectAsync(broker.address, await shown(edge));
    client.on('error', () => {});
    onTestFinished(async () => void (await client.endAsync(true)));
    return client;
  };
  /** What becomes of somebody who tries to come in. */
  const outcome = async (edge?: string, from = house) => {
    const client = connect(broker.address, await shown(edge, from));
    client.on('error', () => {});
    const come = await new Promise<string>((resolve) => {
      client.once('connect', () => resolve('in'));
      client.once('close', () => resolve('out'));
    });
    client.end(true);
    return come;
  };
  return { agent, broker, heard, outcome, refused };
};

describe('[I] embedded broker with a certificate', () => {
  it('speaks TLS, and lets agents in without certificates where it asks for none', async () => {
    const { agent, broker, heard } = await open(false);
    expect(broker.address).toMatch(/^mqtts:/);
    const box = await agent();
    await box.publishAsync(STATUS('box-1'), 'online', { qos: 1 });
    expect(heard).toEqual([STATUS('box-1')]);
  });

  it('lets nobody in without a certificate of its authority', async () => {
    const { outcome } = await open(true);
    expect(await outcome()).toBe('out');
    expect(await outcome('box-1', await authority('elsewhere'))).toBe('out');
    expect(await outcome('box-1')).toBe('in');
  });

  it('hears an agent for the edge that its certificate names, and refuses it for any other', async () => {
    const { agent, heard, refused } = await open(true);
    const box = await agent('box-1');
    await box.publishAsync(STATUS('box-1'), 'online', { qos: 1 });
    expect(heard).toEqual([STATUS('box-1')]);
    void box.publishAsync(STATUS('box-2'), 'online', { qos: 1 }).catch(() => {});
    await expect.poll(() => box.connected).toBe(false);
    expect(heard).toEqual([STATUS('box-1')]);
    expect(refused).toMatchObject([
      { reason: 'foreign-edge', message: expect.stringContaining('box-1 does not speak for') },
    ]);
  });

  it('refuses a word in the server’s name', async () => {
    const { agent, heard, refused } = await open(true);
    const box = await agent('box-1');
    void box.publishAsync('throng/v1/hall/server/status', 'offline').catch(() => {});
    await expect.poll(() => refused.length).toBe(1);
    expect(heard).toEqual([]);
  });
});
