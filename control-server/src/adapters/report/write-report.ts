import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ReportFile } from './report-task.js';

/**
 * Puts the files of a report into a folder, which is made where it is missing; each appears whole or
 * not at all. Gives their paths.
 *
 * @throws when the folder can't be written.
 */
export const writeReport = async (
  folder: string,
  files: readonly ReportFile[],
): Promise<string[]> => {
  await mkdir(folder, { recursive: true });
  const paths: string[] = [];
  for (const { content, name } of files) {
    const path = join(folder, name);
    await writeFile(`${path}.part`, content);
    await rename(`${path}.part`, path);
    paths.push(path);
  }
  return paths;
};
