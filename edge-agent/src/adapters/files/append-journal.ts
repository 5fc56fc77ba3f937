import { appendFile, mkdir, readFile, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Adds one line to a journal, which is never rewritten; makes it, readable by its owner only, with its first. */
export const appendToJournal = async (path: string, entry: object): Promise<void> => {
  await mkdir(dirname(path), { recursive: true });
  await appendFile(path, `${JSON.stringify(entry)}\n`, { mode: 0o600, flush: true });
};

const parsed = (line: string): unknown[] => {
  try {
    return [JSON.parse(line)];
  } catch {
    return []; // a line that a power cut left half written
  }
};

/** Every line of a journal, oldest first; none where there is no journal yet. */
export const readJournal = async (path: string): Promise<unknown[]> => {
  const text = await readFile(path, 'utf8').catch(() => '');
  return text
    .split('\n')
    .filter((line) => line !== '')
    .flatMap(parsed);
};

/** Something that changes whenever the journal does: its length, 0 where there is none. */
export const journalLength = async (path: string): Promise<number> => {
  const found = await stat(path).catch(() => undefined);
  return found?.size ?? 0;
};
