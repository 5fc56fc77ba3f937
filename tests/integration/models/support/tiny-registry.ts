import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ModelEntry } from '@throng/contract';
import { temporaryFolder } from '../../../support/temporary-folder.js';
import { densityFile, personFile } from '../../../unit/models/support/tiny-models.js';

const entryOf = (
  id: string,
  task: ModelEntry['task'],
  file: Uint8Array,
  more: Partial<ModelEntry>,
): ModelEntry => ({
  id,
  task,
  file: `weights/${id}.onnx`,
  sha256: createHash('sha256').update(file).digest('hex'),
  bytes: file.length,
  licence: 'Apache-2.0',
  ...more,
});

export interface TinyRegistry {
  readonly folder: string;
  readonly manifest: string;
}

/** A manifest with a tiny model of each task, and their files. */
export const tinyRegistry = async (
  changes: Readonly<Record<string, Partial<ModelEntry>>> = {},
): Promise<TinyRegistry> => {
  const folder = await temporaryFolder();
  const files = { density: densityFile(), person: personFile() };
  await mkdir(join(folder, 'weights'));
  const models = [
    entryOf('tiny-density', 'density', files.density, {
      parameters: 192,
      uncertainty: { relative: 0, floor: 0 },
      ...changes['tiny-density'],
    }),
    entryOf('tiny-person', 'person', files.person, { leastScore: 0.2, ...changes['tiny-person'] }),
  ];
  for (const { id, task } of models) {
    await writeFile(join(folder, 'weights', `${id}.onnx`), files[task]);
  }
  const manifest = join(folder, 'manifest.json');
  await writeFile(manifest, JSON.stringify({ version: 1, models }));
  return { folder, manifest };
};
