import { constants } from 'node:fs';
import { access, stat, statfs } from 'node:fs/promises';
import { dirname } from 'node:path';

const why = (cause: unknown): string =>
  cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);

/** Permission bits of a file, or why it cannot be read: `ENOENT`, `EACCES`. */
export const inspectFile = async (path: string): Promise<{ mode: number } | { error: string }> => {
  try {
    await access(path, constants.R_OK);
    return { mode: (await stat(path)).mode & 0o777 };
  } catch (cause) {
    return { error: why(cause) };
  }
};

/** Room in a folder that may not be there yet: free bytes, or why nothing can be written. */
export const inspectFolder = async (
  path: string,
): Promise<{ freeBytes: number } | { error: string }> => {
  try {
    await access(path, constants.W_OK);
    const { bavail, bsize } = await statfs(path);
    return { freeBytes: bavail * bsize };
  } catch (cause) {
    const error = why(cause);
    return error === 'ENOENT' && dirname(path) !== path ? inspectFolder(dirname(path)) : { error };
  }
};
