import { lookup } from 'node:dns';
import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { LookupFunction } from 'node:net';
import { fail, ok, type Result } from '@throng/contract';
import type { AlarmChannel, AlarmNotice } from '../../local-alarm/alarm-notice.js';
import { isPrivateAddress } from '../../local-alarm/private-address.js';
import { type Clock, pause } from '../../ports/clock.js';

const PATIENCE = 5_000;
const ATTEMPTS = 5;
const FIRST_PAUSE = 1_000;

export interface WebhookOptions {
  readonly url: string;
  readonly allowPublic: boolean;
  readonly clock: Clock;
}

/** Resolves a name to addresses of the local network only: the very address that is then connected to. */
const privateLookup: LookupFunction = (host, options, done) =>
  lookup(host, { ...options, all: true }, (error, addresses) => {
    const near = (addresses ?? []).filter(({ address }) => isPrivateAddress(address) === true);
    const [first] = near;
    if (error !== null) done(error, '');
    else if (first === undefined) {
      done(new Error(`${host} is not on the local network; see allowPublicWebhook`), '');
    } else if (options.all) done(null, near);
    else done(null, first.address, first.family);
  });

/** Posts once. A redirect is no success: it could lead anywhere. */
const post = ({ url, allowPublic }: WebhookOptions, body: string): Promise<Result<void>> =>
  new Promise((resolve) => {
    const { hostname, origin, protocol } = new URL(url);
    // Path and query may hold a token.
    const refuse = (cause: string) => resolve(fail('webhook', `${origin}: ${cause}`));
    if (!allowPublic && isPrivateAddress(hostname) === false) {
      return refuse('is not on the local network; see allowPublicWebhook');
    }
    const headers = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
    };
    const request = (protocol === 'https:' ? httpsRequest : httpRequest)(
      url,
      {
        method: 'POST',
        headers,
        timeout: PATIENCE,
        ...(allowPublic ? {} : { lookup: privateLookup }),
      },
      (response) => {
        response.resume();
        const status = response.statusCode ?? 0;
        if (status >= 200 && status < 300) resolve(ok(undefined));
        else refuse(`answered ${status}`);
      },
    );
    request.on('timeout', () =>
      request.destroy(new Error(`no answer within ${PATIENCE / 1_000} s`)),
    );
    request.on('error', (error) => refuse(error.message));
    request.end(body);
  });

/** Posts each notice as JSON to an address of the local network; tries five times, ever more slowly. */
export const webhookChannel = (options: WebhookOptions): AlarmChannel => ({
  name: 'webhook',
  notify: async (notice: AlarmNotice) => {
    const body = JSON.stringify(notice);
    const never = new AbortController().signal;
    let told = await post(options, body);
    for (let attempt = 1; !told.ok && attempt < ATTEMPTS; attempt += 1) {
      await pause(options.clock, FIRST_PAUSE * 2 ** (attempt - 1), never);
      told = await post(options, body);
    }
    return told;
  },
});
