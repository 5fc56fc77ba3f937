import { readFile } from 'node:fs/promises';
import type { FoundModel } from '@throng/inference/adapters';
import { countParameters } from '../registry/count-parameters.js';

/** As the entry lists them, else as its file holds them. */
export const parametersOf = async ({ path, entry }: FoundModel): Promise<number> =>
  entry?.parameters ?? countParameters(await readFile(path));
