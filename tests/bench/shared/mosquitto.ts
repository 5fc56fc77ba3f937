import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { startOn } from './processes.js';
import { scratch } from './scratch.js';

/** A TCP port that nobody listens on. */
export const freePort = async (): Promise<number> => {
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

/** A real Mosquitto on the loopback, on a core of its own where there is one; it queues without limit, and drops nothing. */
export const startBroker = async (core: number): Promise<string> => {
  const port = await freePort();
  const config = join(scratch(), `mosquitto-${port}.conf`);
  await writeFile(
    config,
    `listener ${port} 127.0.0.1\nallow_anonymous true\npersistence false\nmax_queued_messages 0\n`,
  );
  const { child, said } = startOn(core, 'mosquitto', ['-c', config]);
  for (let tries = 0; tries < 100; tries += 1) {
    if (await answers(port)) return `mqtt://127.0.0.1:${port}`;
    if (child.exitCode !== null) break;
    await wait(50);
  }
  throw new Error(`mosquitto does not run (npm test installs it): ${said()}`);
};
