import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { Aedes, type Client } from 'aedes';
import { connectAsync } from 'mqtt';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { connectExternalBroker } from '../../../control-server/src/adapters/broker/external-broker.js';
import type {
  IncomingMessage,
  MessageSource,
} from '../../../control-server/src/broker/message-source.js';

/** A broker elsewhere, with one user, that can be taken off the network and put back. */
class OtherBroker {
  readonly #broker: Aedes;
  readonly #sockets = new Set<Socket>();
  readonly #clients = new Set<Client>();
  #server: Server | undefined;
  port = 0;

  constructor(broker: Aedes) {
    this.#broker = broker;
    broker.on('client', (client) => this.#clients.add(client));
    broker.on('clientDisconnect', (client) => this.#clients.delete(client));
  }

  async start(): Promise<void> {
    this.#server = createServer((socket) => {
      this.#sockets.add(socket);
      socket.on('close', () => this.#sockets.delete(socket));
      this.#broker.handle(socket);
    }).listen(this.port, '127.0.0.1');
    await once(this.#server, 'listening');
    const address: AddressInfo | string | null = this.#server.address();
    this.port = typeof address === 'object' && address !== null ? address.port : 0;
  }

  /** Cuts the line of the clients whose id begins so. */
  cut(id: string): void {
    for (const client of this.#clients) if (client.id.startsWith(id)) client.conn.destroy();
  }

  async stop(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    this.#server?.close();
    if (this.#server !== undefined) await once(this.#server, 'close');
  }
}

let other: OtherBroker;
let source: MessageSource | undefined;
beforeEach(async () => {
  const broker = await Aedes.createBroker({
    authenticate: (_client, name, password, done) =>
      done(null, name === 'throng' && password?.toString() === 'p@ss/word'),
  });
  other = new OtherBroker(broker);
  await other.start();
});
afterEach(async () => {
  await source?.close();
  await other.stop();
});

const user = { username: 'throng', password: 'p@ss/word' };

/** Connects, and gives promises for what happens next. */
const connect = (credentials: { username: string; password: string }) => {
  const heard: IncomingMessage[] = [];
  const events: string[] = [];
  source = connectExternalBroker(
    { url: `mqtt://127.0.0.1:${other.port}`, venue: 'hall', ...credentials },
    (message) => heard.push(message),
    { onConnect: () => events.push('connected'), onLost: (cause) => events.push(cause) },
  );
  return { source, heard, events };
};

describe('[I] external broker', () => {
  it('hears its venue and no other, live and retained', async () => {
    const agent = await connectAsync(`mqtt://127.0.0.1:${other.port}`, user);
    const status = 'throng/v1/hall/box-1/status';
    await agent.publishAsync(status, 'online', { qos: 1, retain: true });
    const { heard } = connect(user);
    await expect.poll(() => heard).toMatchObject([{ topic: status, retained: true }]);
    await agent.publishAsync('throng/v1/elsewhere/box-1/status', 'online', { qos: 1 });
    await agent.publishAsync(status, 'offline', { qos: 1 });
    await expect.poll(() => heard).toMatchObject([{}, { topic: status, retained: false }]);
    await agent.endAsync();
  });

  it('says that it is lost, connects again and hears again', async () => {
    const { source: hearing, heard, events } = connect(user);
    await expect.poll(() => hearing.connected()).toBe(true);
    await other.stop();
    await expect.poll(() => hearing.connected()).toBe(false);
    await other.start();
    await expect.poll(() => hearing.connected(), { timeout: 10_000 }).toBe(true);
    expect(events[0]).toBe('connected');
    expect(events).toContain('connection lost');
    const agent = await connectAsync(`mqtt://127.0.0.1:${other.port}`, user);
    await agent.publishAsync('throng/v1/hall/box-1/status', 'online', { qos: 1 });
    await expect.poll(() => heard).toHaveLength(1);
    await agent.endAsync();
  });

  it('names a refused password, and never shows one', async () => {
    const { source: hearing, events } = connect({ username: 'throng', password: 'secret-guess' });
    await expect.poll(() => events.join(' ')).toMatch(/bad user name or password|not authorized/i);
    expect(hearing.connected()).toBe(false);
    expect(`${events.join(' ')} ${hearing.address}`).not.toContain('secret-guess');
  });

  describe('[T6] says whether the server is there', () => {
    const STATUS = 'throng/v1/hall/server/status';
    const agent = async () => {
      const client = await connectAsync(`mqtt://127.0.0.1:${other.port}`, user);
      const said: string[] = [];
      client.on('message', (_topic, payload) => said.push(payload.toString()));
      await client.subscribeAsync(STATUS, { qos: 1 });
      return { client, said };
    };

    it('online once it hears, offline when it leaves', async () => {
      const { client, said } = await agent();
      const { source: hearing } = connect(user);
      await expect.poll(() => said).toEqual(['online']);
      await hearing.close();
      await expect.poll(() => said).toEqual(['online', 'offline']);
      await client.endAsync();
    });

    it('offline when its line is cut, by its Last Will', async () => {
      connect(user);
      const { client, said } = await agent();
      await expect.poll(() => said).toEqual(['online']);
      other.cut(`throng-server-hall`);
      await expect.poll(() => said).toContain('offline');
      await expect.poll(() => said.at(-1), { timeout: 5_000 }).toBe('online');
      await client.endAsync();
    });

    it('online again where another server of the venue said goodbye', async () => {
      const { client, said } = await agent();
      connect(user);
      await expect.poll(() => said).toEqual(['online']);
      await client.publishAsync(STATUS, 'offline', { qos: 1, retain: true });
      await expect.poll(() => said).toEqual(['online', 'offline', 'online']);
      await client.endAsync();
    });
  });
});
