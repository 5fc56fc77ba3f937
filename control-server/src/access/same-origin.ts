import { isAllowedOrigin } from '../live/allowed-origin.js';

/** What a browser says of where a request comes from. */
export interface RequestSource {
  readonly method: string;
  readonly host: string | undefined;
  readonly origin: string | undefined;
  /** `Sec-Fetch-Site`. */
  readonly site: string | undefined;
}

const READS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Whether a request may change something: only a page of this server may, or of a listed origin. Every
 * browser sends an origin with what changes state. A request without one comes from a program: it is
 * believed only where no cookie vouches for it, since a program has a token of its own.
 */
export const mayChange = (
  { method, host, origin, site }: RequestSource,
  allowedOrigins: readonly string[],
  hasCookie: boolean,
): boolean => {
  if (READS.has(method)) return true;
  if (origin !== undefined) return isAllowedOrigin(origin, host, allowedOrigins);
  return !hasCookie || site === 'same-origin';
};

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\]|::1)$/;

/** Whether a name or address is this machine's own, as a host to listen on or, with a port, to be asked for. */
export const isLoopback = (host: string): boolean =>
  LOOPBACK.test(host.replace(/(?<=^[^:]*|\]):\d+$/, ''));
