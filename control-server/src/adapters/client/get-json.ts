import { request as plainRequest } from 'node:http';
import { request as tlsRequest } from 'node:https';
import { text } from 'node:stream/consumers';
import type { JsonAnswer } from './post-json.js';

export interface JsonGet {
  readonly url: URL;
  /** The very certificate that must be shown, PEM: whatever name it holds, its key is the proof. */
  readonly certificate: string | undefined;
  /** Milliseconds for a whole answer. */
  readonly patience: number;
}

/** Gets JSON of a server on this machine. @throws where nobody answers, in time and in JSON. */
export const getJson = ({ certificate, patience, url }: JsonGet): Promise<JsonAnswer> =>
  new Promise((resolve, reject) => {
    const options = { timeout: patience, headers: { accept: 'application/json' } };
    const pinned = {
      ca: certificate,
      allowPartialTrustChain: true,
      checkServerIdentity: () => undefined,
    };
    const asked =
      url.protocol === 'https:'
        ? tlsRequest(url, { ...options, ...pinned })
        : plainRequest(url, options);
    asked.once('timeout', () => asked.destroy(new Error(`no answer within ${patience} ms`)));
    asked.once('error', reject);
    asked.once('response', (response) => {
      text(response)
        .then((answer) => resolve({ status: response.statusCode ?? 0, body: JSON.parse(answer) }))
        .catch(reject);
    });
    asked.end();
  });
