import { constants } from 'node:fs';
import { copyFile, open, readFile, realpath, rename, stat, unlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fail, ok, type Result } from '@throng/contract';
import { withCalibration } from '../../calibration/calibration-text.js';
import type { Calibration } from '../../settings/calibration-settings.js';

export interface SavedCalibration {
  readonly file: string;
  /** The file as it was before. */
  readonly backup: string;
}

const reason = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause));

/** `20261123T003000123Z`: sorts by time and is a file name everywhere. */
const stampOf = (now: number): string => new Date(now).toISOString().replace(/[-:.]/g, '');

/** Writes beside the file and moves it into place: a reader sees the old file or the new, no third. */
const replaceFile = async (file: string, text: string): Promise<void> => {
  const { mode } = await stat(file);
  const draft = join(dirname(file), `.${basename(file)}.${process.pid}.draft`);
  const handle = await open(draft, 'w', mode & 0o777);
  try {
    await handle.writeFile(text);
    await handle.sync();
    await handle.close();
    await rename(draft, file);
  } catch (cause) {
    await handle.close().catch(() => undefined);
    await unlink(draft).catch(() => undefined);
    throw cause;
  }
};

/**
 * Puts one camera's calibration into the settings file as it is now, so that an edit made meanwhile
 * is kept, and leaves a copy of the former file beside it. All or nothing.
 */
export const saveCalibration = async (
  path: string,
  camera: string,
  calibration: Calibration,
  now: number,
): Promise<Result<SavedCalibration, 'not-saved'>> => {
  try {
    const file = await realpath(path);
    const text = withCalibration(await readFile(file, 'utf8'), camera, calibration);
    if (!text.ok) return fail('not-saved', `${path}: ${text.message}`);
    const backup = `${file}.${stampOf(now)}.bak`;
    await copyFile(file, backup, constants.COPYFILE_EXCL);
    await replaceFile(file, text.value);
    return ok({ file, backup });
  } catch (cause) {
    return fail('not-saved', `${path} was not written: ${reason(cause)}`);
  }
};
