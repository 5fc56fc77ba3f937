import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { fail, ok, type Result } from '@throng/contract';

/** As they stand in the settings. */
export interface Credentials {
  readonly username?: string;
  readonly password?: string;
  readonly passwordFile?: string;
}

/** The password, from the settings or from its file (without the newline at the file's end). */
export const readPassword = async (
  { password, passwordFile }: Credentials,
  folder: string,
): Promise<Result<string | undefined, 'password-file'>> => {
  if (passwordFile === undefined) return ok(password);
  const path = resolve(folder, passwordFile);
  try {
    return ok((await readFile(path, 'utf8')).replace(/\r?\n$/, ''));
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    return fail('password-file', `cannot read passwordFile ${path}: ${why}`);
  }
};
