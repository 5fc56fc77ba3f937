import { emptyCalendar } from '@throng/contract';
import { House } from '../../support/house.js';
import type { LiveListener } from '../../support/live-listener.js';

export const PASSWORD = 'correct horse battery';

export interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly headers: Headers;
}

/** A browser, as far as access goes: it keeps cookies and says where a request comes from. */
export class Guest {
  readonly #cookies = new Map<string, string>();
  readonly #house: House;

  constructor(house: House) {
    this.#house = house;
  }

  get cookie(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  async ask(
    method: string,
    path: string,
    body?: unknown,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Answer> {
    const { url } = this.#house.server;
    const response = await fetch(new URL(path, url), {
      method,
      redirect: 'manual',
      headers: {
        origin: url,
        cookie: this.cookie,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    for (const line of response.headers.getSetCookie()) this.#keep(line);
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') === true;
    return {
      status: response.status,
      body: isJson && text !== '' ? JSON.parse(text) : text,
      headers: response.headers,
    };
  }

  #keep(line: string): void {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    if (value === '') this.#cookies.delete(name);
    else this.#cookies.set(name, value);
  }

  logIn(name: string, password = PASSWORD): Promise<Answer> {
    return this.ask('POST', '/api/v1/session', { name, password });
  }

  listen(): LiveListener {
    return this.#house.listen(this.#house.server.url, { cookie: this.cookie });
  }
}

/** A house where people must log in. */
export const openGuardedHouse = (access: object = {}): Promise<House> =>
  House.open(emptyCalendar, { mode: 'accounts', ...access });

/** The secret of the link that a first start prints. */
export const firstLink = ({ server }: House): string =>
  server.firstAdmin?.split('#link=')[1] ?? 'no link';

/** The first admin, logged in, by the link that a first start prints. */
export const firstAdmin = async (house: House, name = 'ada'): Promise<Guest> => {
  const admin = new Guest(house);
  const use = { link: firstLink(house), name, password: PASSWORD };
  const made = await admin.ask('POST', '/api/v1/link/password', use);
  if (made.status !== 204) throw new Error(JSON.stringify(made.body));
  return admin;
};

/** Somebody whom the admin gave an account, logged in by their own link. */
export const colleague = async (
  house: House,
  admin: Guest,
  account: {
    readonly name: string;
    readonly role: string;
    readonly zones: readonly string[] | null;
  },
): Promise<Guest> => {
  const added = await admin.ask('POST', '/api/v1/accounts', account);
  const link: unknown = Object(added.body).link;
  const guest = new Guest(house);
  const used = await guest.ask('POST', '/api/v1/link/password', { link, password: PASSWORD });
  if (used.status !== 204) throw new Error(JSON.stringify([added.body, used.body]));
  return guest;
};
