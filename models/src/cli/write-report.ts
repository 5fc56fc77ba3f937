import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { fail, ok, type Result } from '@throng/contract';
import { note } from './output.js';

/** Writes a report page and says where it is; it holds the pictures of real people. */
export const writeReport = async (
  file: string,
  page: string,
): Promise<Result<true, 'report-unwritable'>> => {
  try {
    await writeFile(file, page);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return fail('report-unwritable', `--report ${file} cannot be written: ${why}`);
  }
  note(`Report: ${resolve(file)} (it holds pictures of people: keep it on this machine)`);
  return ok(true);
};
