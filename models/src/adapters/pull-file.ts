import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fail, ok, type Result } from '@throng/contract';
import { digestFile, type FileDigest } from '@throng/inference/adapters';
import type { Source } from '../registry/choose-source.js';
import { openSource, type SourceFailure } from './open-source.js';

export interface PullOrder {
  readonly source: Source;
  /** Where the file belongs; it appears there complete and checked, or not at all. */
  readonly target: string;
  readonly expected: FileDigest;
  /** Called with the bytes had so far. */
  readonly onProgress: (bytes: number) => void;
}

export type PullFailure = SourceFailure | 'interrupted' | 'wrong-checksum';

const sizeOf = async (path: string): Promise<number> =>
  (await stat(path).catch(() => undefined))?.size ?? 0;

const same = (found: FileDigest | undefined, expected: FileDigest): boolean =>
  found?.bytes === expected.bytes && found.sha256 === expected.sha256;

/** Writes what the source has from the end of `part` on; one byte too many is enough to stop. */
const append = async (
  part: string,
  { source, expected, onProgress }: PullOrder,
): Promise<Result<number, SourceFailure | 'interrupted'>> => {
  const opened = await openSource(source, await sizeOf(part));
  if (!opened.ok) return opened;
  let had = opened.value.offset;
  const file = await open(part, had > 0 ? 'r+' : 'w');
  try {
    for await (const chunk of opened.value.chunks) {
      await file.write(chunk, 0, chunk.length, had);
      had += chunk.length;
      onProgress(had);
      if (had > expected.bytes) break;
    }
    return ok(had);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return fail(
      'interrupted',
      `cut off after ${had} of ${expected.bytes} bytes (${why}); run it again to go on from there`,
    );
  } finally {
    await file.close();
  }
};

/** Goes on after each cut, for as long as every attempt brings something. */
const fetchAll = async (
  part: string,
  order: PullOrder,
): Promise<Result<number, SourceFailure | 'interrupted'>> => {
  for (;;) {
    const before = await sizeOf(part);
    if (before >= order.expected.bytes) return ok(before);
    const outcome = await append(part, order);
    if (outcome.ok || outcome.code !== 'interrupted') return outcome;
    if ((await sizeOf(part)) <= before) return outcome;
  }
};

/**
 * Fetches a file beside its place, checks it and moves it there in one step. A part left by an
 * earlier run is gone on with; if that does not make the right file, the fetch starts afresh once.
 * Nothing of a file with a wrong checksum is kept.
 */
export const pullFile = async (
  order: PullOrder,
): Promise<Result<'present' | 'pulled', PullFailure>> => {
  const { target, expected } = order;
  if (same(await digestFile(target), expected)) return ok('present');
  await mkdir(dirname(target), { recursive: true });
  const part = `${target}.part`;
  const resumed = (await sizeOf(part)) > 0;
  const fetched = await fetchAll(part, order);
  if (!fetched.ok) return fetched;
  const found = await digestFile(part);
  if (same(found, expected)) {
    await rename(part, target);
    return ok('pulled');
  }
  await rm(part, { force: true });
  if (resumed) return pullFile(order);
  return fail(
    'wrong-checksum',
    `it has ${found?.bytes} bytes and sha256 ${found?.sha256.slice(0, 12)}…, the manifest says ${expected.bytes} and ${expected.sha256.slice(0, 12)}…; nothing of it was kept`,
  );
};
