import { readFile } from 'node:fs/promises';
import { fail, ok, type Result } from '@throng/contract';

const whyUnread = (error: unknown): string => {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return 'there is no such file';
  if (code === 'EACCES') return 'this user may not read it';
  return error instanceof Error ? error.message : String(error);
};

const readText = async (path: string): Promise<Result<string, 'file-unreadable'>> => {
  try {
    return ok(await readFile(path, 'utf8'));
  } catch (error) {
    return fail('file-unreadable', `${path} cannot be read: ${whyUnread(error)}`);
  }
};

/** The value in a JSON file, not yet checked. */
export const readJson = async (
  path: string,
): Promise<Result<unknown, 'file-unreadable' | 'not-json'>> => {
  const text = await readText(path);
  if (!text.ok) return text;
  try {
    const value: unknown = JSON.parse(text.value);
    return ok(value);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return fail('not-json', `${path} is not JSON: ${why}`);
  }
};
