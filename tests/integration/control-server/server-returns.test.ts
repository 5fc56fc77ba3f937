import { once } from 'node:events';
import { createServer } from 'node:net';
import { Aedes } from 'aedes';
import { expect, it, onTestFinished } from 'vitest';
import { connectExternalBroker } from '../../../control-server/src/adapters/broker/external-broker.js';

/** A broker that dies while it reads the first message, and is there again at once. It notes what it is asked, in order. */
const dyingBroker = async () => {
  const asked: string[] = [];
  const broker = await Aedes.createBroker({
    authenticate: (_client, _name, _password, done) => {
      asked.push('connect');
      done(null, true);
    },
    authorizeSubscribe: (_client, subscription, done) => {
      asked.push('subscribe');
      done(null, subscription);
    },
    authorizePublish: (client, packet, done) => {
      asked.push(packet.payload.toString());
      if (asked.includes('died')) return done(null);
      asked.push('died');
      client?.conn.destroy();
    },
  });
  const server = createServer(broker.handle).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(async () => {
    await new Promise<void>((resolve) => broker.close(() => resolve()));
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no TCP port was given');
  return { asked, url: `mqtt://127.0.0.1:${address.port}` };
};

it('[I] [T6] a server that comes back says that it is there once it hears its venue again, and not before', async () => {
  const { asked, url } = await dyingBroker();
  const connected: number[] = [];
  const source = connectExternalBroker({ url, venue: 'hall' }, () => {}, {
    onConnect: () => connected.push(asked.length),
    onLost: () => {},
  });
  onTestFinished(() => source.close());
  await expect.poll(() => connected).toHaveLength(2);
  await expect.poll(() => asked.at(-1)).toBe('online');
  // What the dead broker never acknowledged would be said again before the subscription: boxes would
  // take for heard what nobody hears.
  const again = asked.slice(asked.lastIndexOf('connect'));
  expect(again.slice(0, 3)).toEqual(['connect', 'subscribe', 'online']);
});
