import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { fail, ok, type Result } from '@throng/contract';
import type { PageFile } from './page-files.js';
import { PageGate } from './page-gate.js';

/** What a route answers: data, a picture, or why not. */
export type Answer =
  | { readonly kind: 'json'; readonly status: number; readonly body: unknown }
  | { readonly kind: 'png'; readonly content: Buffer };

/** `POST /api/assess` → what answers it. Given the parsed body, which anybody may have written. */
export type Routes = Readonly<Record<string, (body: unknown) => Answer | Promise<Answer>>>;

export interface PageServer {
  /** The link that opens the page, once. */
  readonly link: string;
  close(): Promise<void>;
}

/** Bytes of the largest request: a few hundred marks. */
const LARGEST = 262_144;

const HEADERS: Readonly<Record<string, string>> = {
  'cache-control': 'no-store',
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};

const send = (
  response: ServerResponse,
  status: number,
  type: string,
  content: string | Buffer,
  extra: Readonly<Record<string, string>> = {},
): void => {
  response.writeHead(status, { ...HEADERS, 'content-type': type, ...extra });
  response.end(content);
};

const sendAnswer = (response: ServerResponse, answer: Answer): void => {
  if (answer.kind === 'png') send(response, 200, 'image/png', answer.content);
  else send(response, answer.status, 'application/json', JSON.stringify(answer.body));
};

const refuse = (response: ServerResponse, status: number, message: string): void =>
  send(response, status, 'text/plain; charset=utf-8', `${message}\n`);

/** The body as JSON; undefined where it is too large, of another type, or none. */
const bodyOf = async (request: IncomingMessage): Promise<Result<unknown>> => {
  if (request.method === 'GET') return ok(undefined);
  if (request.headers['content-type'] !== 'application/json') {
    return fail('not-json', 'Send application/json.');
  }
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > LARGEST) return fail('too-large', `A request holds at most ${LARGEST} bytes.`);
    chunks.push(chunk);
  }
  try {
    return ok(JSON.parse(Buffer.concat(chunks).toString('utf8')));
  } catch {
    return fail('not-json', 'The request is no JSON.');
  }
};

const answer = async (
  request: IncomingMessage,
  response: ServerResponse,
  gate: PageGate,
  files: ReadonlyMap<string, PageFile>,
  routes: Routes,
): Promise<void> => {
  const strange = gate.strange(request);
  if (strange !== undefined) return refuse(response, strange.status, strange.message);
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://page');
  const token = searchParams.get('token');
  if (token !== null && request.method === 'GET' && pathname === '/') {
    const entry = gate.enter(token);
    if ('status' in entry) return refuse(response, entry.status, entry.message);
    return send(response, 303, 'text/plain', '', { location: '/', 'set-cookie': entry.cookie });
  }
  const uninvited = gate.uninvited(request);
  if (uninvited !== undefined) return refuse(response, uninvited.status, uninvited.message);
  const file = request.method === 'GET' ? files.get(pathname) : undefined;
  if (file !== undefined) return send(response, 200, file.type, file.content);
  const route = routes[`${request.method} ${pathname}`];
  if (route === undefined) return refuse(response, 404, 'There is nothing here.');
  const body = await bodyOf(request);
  if (!body.ok) return refuse(response, 400, body.message);
  sendAnswer(response, await route(body.value));
};

const listen = (server: Server, host: string, port: number): Promise<Result<number>> =>
  new Promise((resolve) => {
    server.once('error', (cause) =>
      resolve(fail('cannot-listen', `cannot serve the page on ${host}:${port}: ${cause.message}`)),
    );
    server.listen(port, host, () => {
      const address = server.address();
      resolve(ok(typeof address === 'object' && address !== null ? address.port : port));
    });
  });

/** Serves the page and its routes to whoever the gate lets in. */
export const startPageServer = async (
  { host, port }: { readonly host: string; readonly port: number },
  files: ReadonlyMap<string, PageFile>,
  routes: Routes,
): Promise<Result<PageServer>> => {
  const doors: PageGate[] = [];
  const server = createServer((request, response) => {
    const [gate] = doors;
    if (gate === undefined) return refuse(response, 503, 'Not ready yet.');
    answer(request, response, gate, files, routes).catch((cause: unknown) => {
      const why = cause instanceof Error ? cause.message : String(cause);
      if (!response.headersSent) refuse(response, 500, why);
      else response.destroy();
    });
  });
  const listening = await listen(server, host, port);
  if (!listening.ok) return listening;
  const gate = new PageGate(host, listening.value);
  doors.push(gate);
  return ok({
    link: gate.link,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  });
};
