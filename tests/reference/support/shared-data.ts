import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const projectRoot = fileURLToPath(new URL('../../..', import.meta.url));

/** Data with known answers that is not part of the project; THRONG_DATA tells where it lies. */
export const sharedData = (...path: string[]): string =>
  resolve(projectRoot, process.env.THRONG_DATA ?? '../shared/data', ...path);

/** Whether a set is there, and what to say in the test report where it is not. */
export const availability = (folder: string): { present: boolean; note: string } => {
  const present = existsSync(sharedData(folder));
  const note = present ? '' : ` (skipped: ${folder} not found; set THRONG_DATA to its parent)`;
  return { present, note };
};

/** The numbers of a table of blank-separated columns; lines that begin with # are comments. */
export const readTable = (...path: string[]): number[][] =>
  readFileSync(sharedData(...path), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map((line) => line.trim().split(/\s+/).map(Number));
