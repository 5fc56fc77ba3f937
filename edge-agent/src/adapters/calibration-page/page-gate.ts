import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';

/** Why a request is turned away, for the person who made it. */
export interface Refusal {
  readonly status: 403 | 421;
  readonly message: string;
}

/** Entry to the page: the cookie that opens it from now on. */
export interface Entry {
  readonly cookie: string;
}

const LOCAL = ['127.0.0.1', 'localhost', '[::1]'];
const WILDCARDS = ['0.0.0.0', '::'];

const equals = (a: string, b: string): boolean => {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.byteLength === right.byteLength && timingSafeEqual(left, right);
};

const secret = (): string => randomBytes(32).toString('base64url');

const refusal = (message: string): Refusal => ({ status: 403, message });

const bracketed = (host: string): string => (isIP(host) === 6 ? `[${host}]` : host);

/**
 * Who may use the page: the one who opens the link that was printed, once, from a page of our own.
 *
 * - `Host` must name us: a name that somebody else's DNS points to this box is not ours.
 * - `Origin` must be ours where it is given, and must be given where something is changed.
 * - The link's token opens the page once; from then on a cookie does, which no script can read.
 */
export class PageGate {
  readonly token = secret();
  readonly #session = secret();
  #isOpened = false;

  /** @param host that the page is bound to, @param port that it listens on. */
  constructor(
    private readonly host: string,
    private readonly port: number,
  ) {}

  /** The link to hand to a person. */
  get link(): string {
    const name = WILDCARDS.includes(this.host) ? '127.0.0.1' : this.host;
    return `http://${bracketed(name)}:${this.port}/?token=${this.token}`;
  }

  /** Turns away what comes from elsewhere, whatever it carries. */
  strange(request: IncomingMessage): Refusal | undefined {
    const { host = '', origin } = request.headers;
    if (!this.#isOurs(host)) {
      return { status: 421, message: `This page does not answer to the host "${host}".` };
    }
    const isChange = request.method !== 'GET';
    if (isChange && origin === undefined) return refusal('A change must tell its origin.');
    if (origin !== undefined && origin !== `http://${host}`) {
      return refusal('This page takes no requests from other pages.');
    }
    const site = request.headers['sec-fetch-site'];
    return site === undefined || site === 'same-origin' || (site === 'none' && !isChange)
      ? undefined
      : refusal('This page takes no requests from other pages.');
  }

  /** Spends the token of the link. */
  enter(token: string): Entry | Refusal {
    if (!equals(token, this.token)) return refusal('The token of this link is wrong.');
    if (this.#isOpened) {
      return refusal('This link was used already. Run throng-edge calibrate again for a new one.');
    }
    this.#isOpened = true;
    const name = this.#cookieName();
    return { cookie: `${name}=${this.#session}; HttpOnly; SameSite=Strict; Path=/` };
  }

  /** Turns away whoever has not entered. */
  uninvited(request: IncomingMessage): Refusal | undefined {
    const name = `${this.#cookieName()}=`;
    const cookies = (request.headers.cookie ?? '').split(';').map((cookie) => cookie.trim());
    const given = cookies.find((cookie) => cookie.startsWith(name))?.slice(name.length);
    return given !== undefined && equals(given, this.#session)
      ? undefined
      : refusal('Open the link that throng-edge calibrate printed.');
  }

  /** Cookies know no ports: two pages on one box must not overwrite each other's. */
  #cookieName(): string {
    return `throng-calibrate-${this.port}`;
  }

  #isOurs(host: string): boolean {
    const suffix = `:${this.port}`;
    if (!host.endsWith(suffix)) return false;
    const name = host.slice(0, -suffix.length);
    if (LOCAL.includes(name) || name === bracketed(this.host)) return true;
    // Bound to every address: a bare address cannot be somebody's DNS name.
    return WILDCARDS.includes(this.host) && isIP(name.replace(/^\[|\]$/g, '')) > 0;
  }
}
