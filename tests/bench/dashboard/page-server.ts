import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';
import { WebSocketServer } from 'ws';
import { type GroundSize, groundOf } from './ground.js';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};

/** A page on which nothing is: what this machine's browser does by itself. */
const EMPTY = '<!doctype html><html lang="en"><title>Empty</title><body></body></html>';

export interface PageServer {
  readonly url: string;
  /** Bytes of files served so far, compressed. */
  readonly served: () => number;
  /** One delta to every page; `seconds` of event time after the one before. */
  readonly tick: (seconds: number, turnover?: number) => void;
  readonly sequence: () => number;
  readonly close: () => void;
}

/** Serves a built page and a live channel of a ground with so many alerts standing. */
export const startPageServer = async (
  folder: string,
  size: GroundSize,
  alerts: number,
): Promise<PageServer> => {
  const { deltaAt, snapshotAt } = groundOf(size);
  let [bytes, second, sequence] = [0, 0, 0];
  const server = createServer(({ url = '/' }, response) => {
    const { pathname } = new URL(url, 'http://bench');
    const file = join(folder, normalize(pathname === '/' ? '/index.html' : pathname));
    if (pathname !== '/empty' && !existsSync(file)) {
      response.writeHead(404).end();
      return;
    }
    const body = gzipSync(pathname === '/empty' ? EMPTY : readFileSync(file));
    bytes += body.length;
    response.writeHead(200, {
      'Content-Type': types[pathname === '/empty' ? '.html' : extname(file)] ?? 'text/plain',
      'Content-Encoding': 'gzip',
    });
    response.end(body);
  });
  const live = new WebSocketServer({ server });
  live.on('connection', (page) => page.send(JSON.stringify(snapshotAt(sequence, second, alerts))));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the page has no port');
  return {
    url: `http://127.0.0.1:${address.port}/`,
    served: () => bytes,
    sequence: () => sequence,
    tick: (seconds, turnover) => {
      second += seconds;
      sequence += 1;
      const text = JSON.stringify(deltaAt(sequence, second, turnover));
      for (const page of live.clients) page.send(text);
    },
    close: () => {
      for (const page of live.clients) page.terminate();
      server.closeAllConnections();
      server.close();
    },
  };
};
