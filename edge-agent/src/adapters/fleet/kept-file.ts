import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type Checked, fail, ok, type Result } from '@throng/contract';

/** What an earlier run kept; `none` where there is no file, and a failure where it is damaged. */
export const readKept = async <Kept>(
  path: string,
  shape: (value: unknown) => Checked<Kept>,
  none: Kept,
): Promise<Result<Kept, 'damaged'>> => {
  const text = await readFile(path, 'utf8').catch(() => undefined);
  if (text === undefined) return ok(none);
  try {
    const kept = shape(JSON.parse(text));
    if (kept.ok) return ok(kept.value);
  } catch {
    // no JSON: told below
  }
  const message = `${path} is damaged; what was pushed is taken when the server sends it again`;
  return fail('damaged', message);
};

/** Keeps it whole or not at all, through a power cut too. */
export const writeKept = async (path: string, kept: object): Promise<Result<void, 'not-kept'>> => {
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
