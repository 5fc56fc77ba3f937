import { type LookupAddress, type LookupOptions, lookup } from 'node:dns';
import { request as overHttp } from 'node:http';
import { request as overHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { addressFault, type Network } from '../../notifications/address-guard.js';
import { failed, type SendOutcome } from '../../notifications/delivery.js';

/** Posts a body to an address outside; never throws, follows nothing, keeps nothing of the answer. */
export type Post = (
  url: string,
  body: string | Buffer,
  headers: Readonly<Record<string, string>>,
) => Promise<SendOutcome>;

const TIMEOUT_MS = 10_000;
const DEAD: ReadonlySet<number> = new Set([404, 410]);

class Refused extends Error {}

/** What became of it, by the status alone. */
const outcomeOf = (status: number, retryAfter: string | undefined): SendOutcome => {
  if (status >= 200 && status < 300) return { ok: true };
  const code = `http-${status}`;
  if (DEAD.has(status)) return { ok: false, code, retry: false, gone: true };
  const seconds = Number(retryAfter);
  const patience = Number.isFinite(seconds) && seconds > 0 ? { retryAfter: seconds * 1_000 } : {};
  return { ok: false, code, retry: status >= 500 || status === 429 || status === 408, ...patience };
};

/** Looks a name up and answers only with addresses that may be called: a name cannot lead elsewhere later. */
const guardedLookup =
  (isEncrypted: boolean, allowed: readonly Network[]): LookupFunction =>
  (host, options: LookupOptions, answer) => {
    lookup(host, { ...options, all: true }, (error, found: LookupAddress[]) => {
      if (error !== null) return answer(error, '', 0);
      const good = found.filter(
        ({ address }) => addressFault(address, isEncrypted, allowed) === undefined,
      );
      const [first] = good;
      if (first === undefined) {
        const fault = addressFault(found[0]?.address ?? '', isEncrypted, allowed);
        return answer(new Refused(fault ?? 'private-address'), '', 0);
      }
      return options.all === true ? answer(null, good) : answer(null, first.address, first.family);
    });
  };

/**
 * A way to post to the public internet, over HTTPS, and to the networks that the settings allow. What is
 * private is refused by address, not by name, at the moment of connecting.
 */
export const guardedPost =
  (allowed: readonly Network[], timeout = TIMEOUT_MS): Post =>
  (address, body, headers) =>
    new Promise((resolve) => {
      if (!URL.canParse(address)) return resolve(failed('no-url', false));
      const url = new URL(address);
      const isEncrypted = url.protocol === 'https:';
      if (!isEncrypted && url.protocol !== 'http:') return resolve(failed('no-url', false));
      const host = url.hostname.replace(/^\[|\]$/g, '');
      const fault = isIP(host) === 0 ? undefined : addressFault(host, isEncrypted, allowed);
      if (fault !== undefined) return resolve(failed(fault, false));
      const send = isEncrypted ? overHttps : overHttp;
      const sent = send(url, {
        method: 'POST',
        headers: { ...headers, 'content-length': Buffer.byteLength(body) },
        lookup: guardedLookup(isEncrypted, allowed),
        signal: AbortSignal.timeout(timeout),
        agent: false,
      });
      sent.on('response', (response) => {
        resolve(outcomeOf(response.statusCode ?? 0, response.headers['retry-after']));
        response.destroy();
      });
      sent.on('error', (error) => resolve(faultOf(error)));
      sent.end(body);
    });

const faultOf = (error: Error): SendOutcome => {
  if (error instanceof Refused) return failed(error.message, false);
  if (error.name === 'AbortError' || error.name === 'TimeoutError') return failed('timeout', true);
  const code = 'code' in error && typeof error.code === 'string' ? error.code : 'network';
  return failed(code.toLowerCase(), true);
};
