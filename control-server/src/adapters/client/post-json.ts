import { request as plainRequest } from 'node:http';
import { request as tlsRequest } from 'node:https';
import { text } from 'node:stream/consumers';

export interface JsonPost {
  readonly url: URL;
  readonly body: unknown;
  /** API token, sent as a bearer. */
  readonly token: string | undefined;
  /** Certificates of authorities to trust in place of the system's, PEM. */
  readonly ca: string | undefined;
}

export interface JsonAnswer {
  readonly status: number;
  readonly body: unknown;
}

/** A plan runs for seconds; a server that says nothing for so long is not there, milliseconds. */
const SILENCE_MS = 120_000;

/** Posts JSON and reads JSON. @throws where nobody answers, or not in JSON. */
export const postJson = async ({ body, ca, token, url }: JsonPost): Promise<JsonAnswer> => {
  const sent = JSON.stringify(body);
  const options = {
    method: 'POST',
    timeout: SILENCE_MS,
    headers: {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(sent),
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
  };
  return new Promise((resolve, reject) => {
    const asked =
      url.protocol === 'https:'
        ? tlsRequest(url, ca === undefined ? options : { ...options, ca })
        : plainRequest(url, options);
    asked.once('timeout', () => asked.destroy(new Error('no answer in time')));
    asked.once('error', reject);
    asked.once('response', (response) => {
      text(response)
        .then((answer) => resolve({ status: response.statusCode ?? 0, body: JSON.parse(answer) }))
        .catch(reject);
    });
    asked.end(sent);
  });
};
