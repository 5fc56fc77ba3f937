import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { Readable } from 'node:stream';

/** Bytes a reader may lag behind before it is cut off; it may come back and join the live picture. */
const MOST_BEHIND = 4 * 1024 * 1024;

export interface HttpStreams {
  readonly port: number;
  readonly url: (camera: string) => string;
  close(): void;
}

/**
 * Serves each camera at `/ID.ts` to any number of readers, from wherever its live picture is:
 * the stream repeats its headers at every key frame, so that a reader can join at any time.
 */
export const serveStreams = async (
  cameras: ReadonlyMap<string, Readable>,
): Promise<HttpStreams> => {
  const readers = new Map([...cameras.keys()].map((id) => [id, new Set<ServerResponse>()]));
  for (const [id, output] of cameras) {
    output.on('data', (bytes: Buffer) => {
      for (const reader of readers.get(id) ?? []) {
        reader.write(bytes);
        if (reader.writableLength > MOST_BEHIND) reader.destroy();
      }
    });
  }

  const server = createServer((request, response) => {
    const id = /^\/([^/]+)\.ts$/.exec(request.url ?? '')?.[1];
    const audience = id === undefined ? undefined : readers.get(id);
    if (audience === undefined || request.method !== 'GET') {
      response.writeHead(404, { 'content-type': 'text/plain' });
      response.end(`cameras: ${[...cameras.keys()].map((name) => `/${name}.ts`).join(' ')}\n`);
      return;
    }
    response.writeHead(200, { 'content-type': 'video/mp2t', 'cache-control': 'no-store' });
    response.flushHeaders();
    audience.add(response);
    response.on('close', () => audience.delete(response));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no TCP port was given');
  const { port } = address;

  return {
    port,
    url: (camera) => `http://127.0.0.1:${port}/${camera}.ts`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
};
