import { createServer, type IncomingHttpHeaders } from 'node:http';
import { eventually } from '../../../../support/eventually.js';

export interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** A real HTTP server that takes what is posted to it, and answers as it is told. */
export interface HttpReceiver {
  readonly url: string;
  readonly requests: readonly Received[];
  /** The next answers; 200 after them. */
  answer(...statuses: number[]): void;
  /** Once so many have come. */
  until(count: number): Promise<readonly Received[]>;
  close(): Promise<void>;
}

export const startHttpReceiver = async (): Promise<HttpReceiver> => {
  const requests: Received[] = [];
  const statuses: number[] = [];
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      requests.push({ headers: request.headers, body: Buffer.concat(parts) });
      const status = statuses.shift() ?? 200;
      response.writeHead(status, status === 302 ? { location: '/elsewhere' } : {}).end('ok');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}/hook`,
    requests,
    answer: (...next) => void statuses.push(...next),
    until: (count) =>
      eventually(`${count} requests`, async () =>
        requests.length >= count ? requests : undefined,
      ),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
};
