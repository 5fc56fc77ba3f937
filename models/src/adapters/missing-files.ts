import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fail, ok, type Result } from '@throng/contract';

const SHOWN = 5;

/** Makes sure, before hours of work, that a folder holds all the files that a truth lists. */
export const expectFiles = async (
  folder: string,
  files: readonly string[],
): Promise<Result<true, 'pictures-missing'>> => {
  const present = new Set(await readdir(folder, { recursive: true }).catch((): string[] => []));
  const missing = files.filter((file) => !present.has(join(file)));
  if (missing.length === 0) return ok(true);
  const named = missing.slice(0, SHOWN).join(', ');
  const more = missing.length > SHOWN ? ` and ${missing.length - SHOWN} more` : '';
  return fail('pictures-missing', `${folder} lacks ${named}${more}`);
};
