import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { fail, ok, type Result } from '@throng/contract';
import type { Source } from '../registry/choose-source.js';

/** A source being read from `offset` on, which is where it was asked for or 0. */
export interface OpenedSource {
  readonly offset: number;
  readonly chunks: AsyncIterable<Uint8Array>;
}

export type SourceFailure = 'source-missing' | 'source-refused' | 'source-unreachable';

/** What lies behind "fetch failed": the name that does not resolve, the port that is closed. */
const causeOf = (error: unknown): string => {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return cause instanceof Error ? cause.message : String(cause);
};

const PARTIAL = 206;
const RANGE_NOT_SATISFIABLE = 416;

const openWeb = async (url: string, from: number): Promise<Result<OpenedSource, SourceFailure>> => {
  // an encoded body would make the byte counts of a range mean something else
  const headers: Record<string, string> = { 'accept-encoding': 'identity' };
  if (from > 0) headers.range = `bytes=${from}-`;
  try {
    const response = await fetch(url, { headers });
    if (response.status === RANGE_NOT_SATISFIABLE && from > 0) return openWeb(url, 0);
    if (!response.ok || response.body === null) {
      await response.body?.cancel();
      return fail(
        'source-refused',
        `${url} answered ${response.status} ${response.statusText}; check the url, or use --mirror`,
      );
    }
    const start = /^bytes (\d+)-/.exec(response.headers.get('content-range') ?? '')?.[1];
    const offset = response.status === PARTIAL && start !== undefined ? Number(start) : 0;
    return ok({ offset, chunks: response.body });
  } catch (error) {
    return fail('source-unreachable', `${url} cannot be reached: ${causeOf(error)}`);
  }
};

const openFolder = async (
  folder: string,
  files: readonly string[],
  from: number,
): Promise<Result<OpenedSource, SourceFailure>> => {
  for (const file of files) {
    const path = resolve(folder, file);
    const found = await stat(path).catch(() => undefined);
    if (found?.isFile() !== true) continue;
    const offset = from < found.size ? from : 0;
    return ok({ offset, chunks: createReadStream(path, { start: offset }) });
  }
  return fail('source-missing', `${folder} holds no ${files.join(' and no ')}`);
};

/** Opens a source at byte `from`, or at its start where it cannot begin there. */
export const openSource = (
  source: Source,
  from: number,
): Promise<Result<OpenedSource, SourceFailure>> =>
  source.kind === 'web' ? openWeb(source.url, from) : openFolder(source.folder, source.files, from);
