import type { Evening } from './evening.js';
import { until } from './until.js';

const PASSWORD = 'correct horse battery';
const PATIENCE_MS = 30_000;

export interface Answer {
  readonly status: number;
  readonly text: string;
  readonly ms: number;
}

/** Somebody who asks the server, from an address of their own as its proxy tells it. */
export class Guest {
  #cookie = '';

  constructor(
    private readonly origin: string,
    private readonly address: string,
  ) {}

  /** @param as whose address the proxy tells, if not one's own. */
  async ask(method: string, path: string, body?: string, as: Guest = this): Promise<Answer> {
    const began = performance.now();
    const answer = await fetch(`${this.origin}${path}`, {
      ...{ method, redirect: 'manual', signal: AbortSignal.timeout(PATIENCE_MS) },
      headers: {
        ...{ origin: this.origin, 'x-forwarded-for': as.address },
        ...(this.#cookie === '' ? {} : { cookie: this.#cookie }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body }),
    });
    const text = await answer.text();
    for (const line of answer.headers.getSetCookie()) this.#cookie = line.split(';')[0] ?? '';
    return { status: answer.status, text, ms: performance.now() - began };
  }

  logIn(name: string, password = PASSWORD): Promise<Answer> {
    return this.ask('POST', '/api/v1/session', JSON.stringify({ name, password }));
  }
}

/** Settings of a server with accounts that believes its proxy, here the test, who somebody is. */
export const GUARDED = {
  access: { mode: 'accounts', trustedProxies: ['127.0.0.1'] },
  logLevel: 'error',
} as const;

/** Makes the first account by the link that the server prints. */
export const firstAdmin = async (evening: Evening, name: string, address: string) => {
  const [, link = ''] = await until('the first link', PATIENCE_MS, () => {
    return /#link=(\S+)/.exec(evening.server.said()) ?? undefined;
  });
  const admin = new Guest(evening.origin, address);
  const use = { link, name, password: PASSWORD };
  const made = await admin.ask('POST', '/api/v1/link/password', JSON.stringify(use));
  if (made.status !== 204) throw new Error(`no account was made: ${made.text}`);
  return admin;
};
