import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

let folder: string | undefined;

/** A folder for this run's files; it goes with the run. */
export const scratch = (): string => {
  folder ??= mkdtempSync(join(tmpdir(), 'throng-bench-'));
  return folder;
};
