import { createReadStream } from 'node:fs';
import { access, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { MeasurementWindow } from '@throng/contract';
import { readRecordedLine } from '../../replay/recorded-window.js';
import { readLines } from '../recording/read-lines.js';

const ENDING = '.jsonl';
const NAME = /^[A-Za-z0-9][A-Za-z0-9_-]{0,60}$/;

/** The recordings that drills can be made of, by name; none where the folder cannot be read. */
export const scenariosIn = async (folder: string | undefined): Promise<string[]> => {
  if (folder === undefined) return [];
  const files = await readdir(folder).catch(() => []);
  return files
    .filter((file) => file.endsWith(ENDING))
    .map((file) => file.slice(0, -ENDING.length))
    .filter((name) => NAME.test(name))
    .sort()
    .slice(0, 200);
};

/** The windows of a recording, read as they are asked for; lines that cannot be read are left out. Undefined without it. */
export const openScenario = async (
  folder: string | undefined,
  scenario: string,
): Promise<AsyncGenerator<MeasurementWindow> | undefined> => {
  if (folder === undefined || !NAME.test(scenario)) return undefined;
  const path = join(folder, `${scenario}${ENDING}`);
  const isThere = await access(path).then(
    () => true,
    () => false,
  );
  return isThere ? windowsOf(path) : undefined;
};

async function* windowsOf(path: string): AsyncGenerator<MeasurementWindow> {
  for await (const lines of readLines(createReadStream(path, { highWaterMark: 1 << 18 }))) {
    for (const line of lines) {
      const window = readRecordedLine(line);
      if (window.ok) yield window.value;
    }
  }
}
