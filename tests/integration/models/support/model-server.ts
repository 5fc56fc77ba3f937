import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { onTestFinished } from 'vitest';

export interface ModelServer {
  readonly url: string;
  /** The Range header of each request, "" where there was none. */
  readonly ranges: readonly string[];
}

export interface Behaviour {
  /** Answers ranges, as good servers do. */
  readonly ranges?: boolean;
  /** The connection is cut once so many bytes of an answer were sent. */
  readonly cutAfter?: number;
  readonly status?: number;
}

const startOf = (request: IncomingMessage): number =>
  Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1] ?? 0);

const answer = (
  content: Uint8Array,
  { ranges = true, cutAfter, status }: Behaviour,
  request: IncomingMessage,
  response: ServerResponse,
): void => {
  if (status !== undefined) {
    response.writeHead(status).end();
    return;
  }
  const from = ranges ? startOf(request) : 0;
  if (from >= content.length) {
    response.writeHead(416).end();
    return;
  }
  const part = content.subarray(from);
  const headers = { 'content-length': part.length };
  const range = { 'content-range': `bytes ${from}-${content.length - 1}/${content.length}` };
  if (from > 0) response.writeHead(206, { ...headers, ...range });
  else response.writeHead(200, headers);
  if (cutAfter === undefined || part.length <= cutAfter) {
    response.end(part);
    return;
  }
  response.write(part.subarray(0, cutAfter), () => response.destroy());
};

/** A real web server that holds one file, and behaves as badly as it is told. */
export const serveModel = async (
  content: Uint8Array,
  behaviour: Behaviour = {},
): Promise<ModelServer> => {
  const ranges: string[] = [];
  const server = createServer((request, response) => {
    ranges.push(request.headers.range ?? '');
    answer(content, behaviour, request, response);
  }).listen(0, '127.0.0.1');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no TCP port was given');
  return { url: `http://127.0.0.1:${address.port}/tiny.onnx`, ranges };
};
