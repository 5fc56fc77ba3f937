import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

export interface RecordingProxy {
  readonly port: number;
  /** All bytes that each connection sent towards the target, so far. */
  sent(): Buffer[];
}

/** Stands between a program and a TCP server of the loopback, and keeps every byte that the program says. */
export const startRecordingProxy = async (target: number): Promise<RecordingProxy> => {
  const connections: Buffer[][] = [];
  const sockets = new Set<Socket>();
  const server = createServer((inward) => {
    const chunks: Buffer[] = [];
    connections.push(chunks);
    const outward = connect(target, '127.0.0.1');
    inward.on('data', (chunk) => chunks.push(chunk));
    inward.pipe(outward).pipe(inward);
    for (const socket of [inward, outward]) {
      sockets.add(socket);
      socket.on('error', () => undefined); // either side may go first
    }
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no TCP port was given');
  return { port: address.port, sent: () => connections.map((chunks) => Buffer.concat(chunks)) };
};
