import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fail, ok, type Result, shapeOf } from '@throng/contract';
import { KeptDocuments } from '../../fleet/kept-document.js';

const shape = shapeOf(KeptDocuments);

/** What an earlier run was sent; nothing where there is no file, and a failure where it is damaged. */
export const readKeptDocuments = async (
  path: string,
): Promise<Result<KeptDocuments, 'damaged'>> => {
  const text = await readFile(path, 'utf8').catch(() => undefined);
  if (text === undefined) return ok({});
  try {
    const kept = shape(JSON.parse(text));
    if (kept.ok) return ok(kept.value);
  } catch {
    // told below
  }
  return fail(
    'damaged',
    `${path} is damaged; what was pushed is taken when the server sends it again`,
  );
};

/** Keeps it whole or not at all, through a power cut too. */
export const writeKeptDocuments = async (
  path: string,
  kept: KeptDocuments,
): Promise<Result<void, 'not-kept'>> => {
  try {
    await mkdir(dirname(path), { recursive: true });
    const file = await open(`${path}.new`, 'w', 0o600);
    try {
      await file.writeFile(`${JSON.stringify(kept)}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(`${path}.new`, path);
    return ok(undefined);
  } catch (error) {
    return fail('not-kept', error instanceof Error ? error.message : String(error));
  }
};
