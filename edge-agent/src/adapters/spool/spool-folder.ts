import { constants, statfsSync } from 'node:fs';
import { access, mkdir } from 'node:fs/promises';
import { fail, ok, type Result } from '@throng/contract';

/** Bytes free for us under `folder`, which is made where it is missing; a failure where we may not write. */
export const spoolFolder = async (folder: string): Promise<Result<number, 'unwritable'>> => {
  try {
    await mkdir(folder, { recursive: true });
    await access(folder, constants.W_OK);
    const { bavail, bsize } = statfsSync(folder);
    return ok(bavail * bsize);
  } catch (cause) {
    return fail('unwritable', cause instanceof Error ? cause.message : String(cause));
  }
};
