import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { startOn } from '../shared/processes.js';

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no TCP port was given');
  return address.port;
};

const answers = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });

/** A real Mosquitto on the loopback, on a core of its own where there is one. */
export const startBroker = async (core: number): Promise<string> => {
  const port = await freePort();
  const { child, said } = startOn(core, 'mosquitto', ['-p', `${port}`]);
  for (let tries = 0; tries < 100; tries += 1) {
    if (await answers(port)) return `mqtt://127.0.0.1:${port}`;
    if (child.exitCode !== null) break;
    await wait(50);
  }
  throw new Error(`mosquitto does not run (npm test installs it): ${said()}`);
};
