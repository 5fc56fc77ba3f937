import { readFile } from 'node:fs/promises';
import { ok } from '@throng/contract';
import mqtt, { type MqttClient } from 'mqtt';
import { expect, it, onTestFinished } from 'vitest';
import { MqttPublisher } from '../../../edge-agent/src/adapters/mqtt/mqtt-publisher.js';
import { systemClock } from '../../../edge-agent/src/adapters/system-clock.js';
import { MemorySpool } from '../../../edge-agent/src/spool/memory-spool.js';
import { type Asker, BROKER_ACCESS } from '../../support/broker-access.js';
import { authority, type Certificate } from '../../support/certificates.js';
import { eventually } from '../../support/eventually.js';
import { sampleHealth } from '../../support/sample-messages.js';
import { type ShippedMosquitto, startShippedMosquitto } from '../../support/shipped-mosquitto.js';
import { describeWith } from '../../support/system-tools.js';

const pem = async (house: ShippedMosquitto, { certFile, keyFile }: Certificate) => {
  const read = (file: string) => readFile(file, 'utf8');
  return {
    ca: await read(house.ca.certFile),
    cert: await read(certFile),
    key: await read(keyFile),
  };
};

const isBox = (who: string) => who.startsWith('box-');

const connect = async (house: ShippedMosquitto, who: string, options: object = {}) => {
  const url = isBox(who) ? house.url.agents : house.url.servers;
  const own = await pem(house, await house.certificate(who));
  const client = await mqtt.connectAsync(url, {
    ...own,
    clientId: `test-${who}`,
    protocolVersion: 5,
    reconnectPeriod: 0,
    ...options,
  });
  onTestFinished(() => client.endAsync(true));
  return client;
};

/** Whether the broker takes a message, by its answer. */
const takes = async (client: MqttClient, topic: string, payload = 'x'): Promise<boolean> => {
  try {
    await client.publishAsync(topic, payload, { qos: 1 });
    return true;
  } catch (error) {
    expect(error).toMatchObject({ code: 0x87 });
    return false;
  }
};

const refusal = async (attempt: Promise<MqttClient>): Promise<string> => {
  try {
    (await attempt).end(true);
    return 'let in';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
};

describeWith(['mosquitto'], '[I] Mosquitto under the shipped rules', () => {
  it('grants what the table of access grants, and nothing else', async () => {
    const house = await startShippedMosquitto();
    const names: readonly Asker[] = ['box-1', 'box-2', 'server', 'home-assistant'];
    const clients = new Map<Asker, MqttClient>();
    const heard = new Set<string>();
    for (const who of names) {
      const client = await connect(house, who);
      client.on('message', (topic) => heard.add(`${who} ${topic}`));
      await client.subscribeAsync('#', { qos: 1 });
      clients.set(who, client);
    }
    const answers = new Map<string, boolean>();
    const publish = async (who: Asker, topic: string) => {
      const client = clients.get(who);
      if (client === undefined) throw new Error(`${who} is not connected`);
      answers.set(`${who} ${topic}`, await takes(client, topic));
    };
    for (const { does, topic, who } of BROKER_ACCESS) {
      if (does === 'publish') await publish(who, topic);
    }
    // Whatever anybody must or must not receive is said by somebody who may say it.
    for (const { topic } of BROKER_ACCESS.filter(({ does }) => does === 'receive')) {
      const said = [...answers].some(([key, taken]) => taken && key.endsWith(` ${topic}`));
      const speaker = names.find((name) => topic.includes(`/${name}/`));
      const desired = topic.endsWith('/desired') ? 'server' : speaker;
      if (!said) await publish(desired ?? 'home-assistant', topic);
    }
    // The broker delivers in order: once the last word of all is heard, all before it was.
    await publish('server', 'throng/v1/hall/server/status');
    await clients.get('server')?.publishAsync('throng/v1/hall/server/last', 'x', { qos: 1 });
    await publish('server', 'throng/v1/hall/box-1/fleet/desired');
    for (const who of ['box-1', 'server', 'home-assistant'] as const) {
      const last =
        who === 'box-1' ? 'throng/v1/hall/box-1/fleet/desired' : 'throng/v1/hall/server/last';
      await eventually(`${who} to hear ${last}`, () => heard.has(`${who} ${last}`) || undefined);
    }
    const found = BROKER_ACCESS.map(({ does, topic, who }) => {
      const key = `${who} ${topic}`;
      return { who, does, topic, allowed: does === 'publish' ? answers.get(key) : heard.has(key) };
    });
    expect(found).toEqual(BROKER_ACCESS);
  });

  it('[EH1] an agent that speaks for another box reaches nobody, and says so', async () => {
    const house = await startShippedMosquitto();
    const server = await connect(house, 'server');
    const heard: string[] = [];
    server.on('message', (topic) => heard.push(topic));
    await server.subscribeAsync('throng/v1/#', { qos: 1 });
    const own = await pem(house, await house.certificate('box-2'));
    const lines: string[] = [];
    const say = (details: object, message: string) =>
      lines.push(`${message} ${JSON.stringify(details)}`);
    const agentOf = (edge: string) => {
      const agent = new MqttPublisher({
        url: house.url.agents,
        address: async () => ok({ url: house.url.agents, ...own }),
        ...{ venue: 'arena', edge, latePerSecond: 100, needsServer: true, clock: systemClock },
        spool: new MemorySpool({ bytes: 1e6, ageMs: 1e12 }),
        log: { info: say, warn: say, error: say },
      });
      onTestFinished(() => agent.close());
      agent.publishHealth(sampleHealth());
      return agent;
    };
    const thief = agentOf('box-1');
    await eventually('two refusals', () => (thief.queue().refused ?? 0) >= 2 || undefined);
    expect(lines.filter((line) => line.includes('not-authorized')).join()).toContain(
      'must be "box-1"',
    );
    await thief.close();
    const honest = agentOf('box-2');
    await eventually(
      'the honest agent',
      () => heard.includes('throng/v1/arena/box-2/health') || undefined,
    );
    expect(heard.filter((topic) => topic.includes('/box-1/'))).toEqual([]);
    expect(honest.queue().refused).toBeUndefined();
  });

  it('lets in neither who has no certificate, nor one of another authority, nor a revoked one', async () => {
    const house = await startShippedMosquitto();
    const [one, stranger] = await Promise.all([house.certificate('box-1'), authority('stranger')]);
    const stolen = await pem(house, one);
    const foreign = { ...(await pem(house, await stranger.issue('box-2'))), ca: stolen.ca };
    const attempt = (options: object) =>
      refusal(mqtt.connectAsync(house.url.agents, { reconnectPeriod: 0, ...options }, false));
    expect(await attempt({ ca: stolen.ca })).toMatch(/certificate required/);
    expect(await attempt(foreign)).toMatch(/unknown ca/);
    expect(await attempt(stolen)).toBe('let in');
    await house.revoke('box-1');
    expect(await attempt(stolen)).toMatch(/certificate revoked/);
    expect(await refusal(connect(house, 'box-2'))).toBe('let in');
  });

  it('a box can neither throw out another by its client id, nor send more than any message weighs', async () => {
    const house = await startShippedMosquitto();
    const one = await connect(house, 'box-1', { clientId: 'throng-edge-hall-box-1' });
    let gone = false;
    one.on('close', () => {
      gone = true;
    });
    const other = await connect(house, 'box-2', { clientId: 'throng-edge-hall-box-1' });
    expect(await takes(one, 'throng/v1/hall/box-1/status')).toBe(true);
    expect(gone).toBe(false);
    other.publish('throng/v1/hall/box-2/health', 'x'.repeat(300_000), { qos: 1 });
    await house.broker.line(/Client box-2 disconnected due to oversize packet/);
  });
});
