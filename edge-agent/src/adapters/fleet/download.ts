import { createWriteStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { type IncomingMessage, request as plainRequest } from 'node:http';
import { request as tlsRequest } from 'node:https';
import { pipeline } from 'node:stream/promises';
import { fail, ok, type Result } from '@throng/contract';

export interface Download {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Authorities of the server's certificate, PEM; the system's by default. */
  readonly ca: string | undefined;
  /** Where it is written; what lies there already is gone on with. */
  readonly part: string;
  /** Bytes of the whole file: not one more is taken. */
  readonly bytes: number;
}

/** Milliseconds without a byte after which a download is given up, to be gone on with later. */
const IDLE = 30_000;

const ask = ({ ca, headers, url }: Download, from: number): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    const range = from === 0 ? {} : { range: `bytes=${from}-` };
    const options = { headers: { ...headers, ...range }, timeout: IDLE };
    const asked = url.startsWith('https:')
      ? tlsRequest(url, ca === undefined ? options : { ...options, ca })
      : plainRequest(url, options);
    asked.on('timeout', () => asked.destroy(new Error(`no answer within ${IDLE / 1_000} s`)));
    asked.on('error', reject);
    asked.on('response', resolve);
    asked.end();
  });

const sizeOf = async (path: string): Promise<number> =>
  (await stat(path).catch(() => undefined))?.size ?? 0;

/** Passes on at most so many bytes. */
async function* atMost(answer: IncomingMessage, bytes: number): AsyncGenerator<Buffer> {
  let left = bytes;
  for await (const chunk of answer) {
    if (!Buffer.isBuffer(chunk)) continue;
    if (chunk.length > left) throw new Error('the server sends more bytes than it has signed');
    left -= chunk.length;
    yield chunk;
  }
}

const codeOf = (error: unknown): 'disk-full' | 'not-fetched' =>
  error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT')
    ? 'disk-full'
    : 'not-fetched';

/** Fetches a file, or what of it is missing yet. It is not checked here. */
export const download = async (
  wanted: Download,
): Promise<Result<void, 'not-fetched' | 'disk-full'>> => {
  const had = Math.min(await sizeOf(wanted.part), wanted.bytes);
  if (had === wanted.bytes) return ok(undefined);
  try {
    const answer = await ask(wanted, had);
    const { statusCode } = answer;
    if (statusCode !== 200 && statusCode !== 206) {
      answer.resume();
      return fail('not-fetched', `the server answered ${statusCode}`);
    }
    const from = statusCode === 206 ? had : 0;
    const file = createWriteStream(wanted.part, { flags: from === 0 ? 'w' : 'a', mode: 0o600 });
    await pipeline(atMost(answer, wanted.bytes - from), file);
    return ok(undefined);
  } catch (error) {
    return fail(codeOf(error), error instanceof Error ? error.message : String(error));
  }
};
