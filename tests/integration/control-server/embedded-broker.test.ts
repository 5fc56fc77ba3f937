import { once } from 'node:events';
import { connect as connectSocket } from 'node:net';
import { connectAsync } from 'mqtt';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startEmbeddedBroker } from '../../../control-server/src/adapters/broker/embedded-broker.js';
import type {
  IncomingMessage,
  MessageSource,
} from '../../../control-server/src/broker/message-source.js';

let broker: MessageSource;
let heard: IncomingMessage[];
beforeEach(async () => {
  heard = [];
  const settings = { host: '127.0.0.1', port: 0, venue: 'hall' };
  broker = await startEmbeddedBroker(settings, (message) => heard.push(message));
});
afterEach(() => broker.close());

const STATUS = 'throng/v1/hall/box-1/status';

describe('[I] embedded broker', () => {
  it('tells its address, and has heard what it acknowledged', async () => {
    expect(broker.address).toMatch(/^mqtt:\/\/127\.0\.0\.1:\d+$/);
    const agent = await connectAsync(broker.address);
    await agent.publishAsync(STATUS, 'online', { qos: 1 });
    expect(heard).toMatchObject([{ topic: STATUS, retained: false }]);
    await agent.endAsync();
  });

  it('hears the venue it serves and no other', async () => {
    const agent = await connectAsync(broker.address);
    await agent.publishAsync('throng/v1/elsewhere/box-1/status', 'online', { qos: 1 });
    await agent.publishAsync('weather/today', 'rain', { qos: 1 });
    expect(heard).toEqual([]);
    await agent.endAsync();
  });

  it('a client id that connects again takes the place of the old connection', async () => {
    const options = { clientId: 'box-1', reconnectPeriod: 0 };
    const first = await connectAsync(broker.address, options);
    const closed = new Promise((resolve) => first.once('close', () => resolve(undefined)));
    const second = await connectAsync(broker.address, options);
    await closed;
    await second.publishAsync(STATUS, 'online', { qos: 1 });
    expect(heard).toHaveLength(1);
    await second.endAsync();
  });

  it('[T6] tells whoever asks that the server is there, and contradicts who denies it', async () => {
    const agent = await connectAsync(broker.address);
    const said: string[] = [];
    agent.on('message', (_topic, payload) => said.push(payload.toString()));
    await agent.subscribeAsync('throng/v1/hall/server/status', { qos: 1 });
    await expect.poll(() => said).toEqual(['online']);
    await agent.publishAsync('throng/v1/hall/server/status', 'offline', { qos: 1, retain: true });
    await expect.poll(() => said).toEqual(['online', 'offline', 'online']);
    expect(heard).toEqual([]);
    await agent.endAsync();
  });

  it('keeps state for whoever subscribes later, as MQTT tools expect', async () => {
    const agent = await connectAsync(broker.address);
    await agent.publishAsync(STATUS, 'online', { qos: 1, retain: true });
    const tool = await connectAsync(broker.address);
    const message = new Promise((resolve) => {
      tool.once('message', (topic, payload) => resolve([topic, payload.toString()]));
    });
    await tool.subscribeAsync('throng/v1/+/box-1/#');
    expect(await message).toEqual([STATUS, 'online']);
    await Promise.all([agent.endAsync(), tool.endAsync()]);
  });

  it('outlives a client that does not speak MQTT', async () => {
    const socket = connectSocket(Number(new URL(broker.address).port), '127.0.0.1');
    const closed = once(socket, 'close');
    socket.on('error', () => {});
    socket.write('GET / HTTP/1.1\r\n\r\n'.repeat(50));
    await closed;
    const agent = await connectAsync(broker.address);
    await agent.publishAsync(STATUS, 'online', { qos: 1 });
    expect(heard).toHaveLength(1);
    await agent.endAsync();
  });

  it('names a port that is taken', async () => {
    const port = Number(new URL(broker.address).port);
    await expect(
      startEmbeddedBroker({ host: '127.0.0.1', port, venue: 'hall' }, () => {}),
    ).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });
});
