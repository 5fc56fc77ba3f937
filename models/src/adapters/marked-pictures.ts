import { join } from 'node:path';
import { ok, type Result } from '@throng/contract';
import { evenly } from '../evaluation/evenly.js';
import { type MarkedPicture, parseHeads } from '../evaluation/heads-file.js';
import { readJson } from './json-file.js';
import { expectFiles } from './missing-files.js';

/** Pictures of a folder with `images/` and `heads.json`: up to `limit`, spread over all. */
export const markedPictures = async (
  data: string,
  limit: number,
): Promise<Result<readonly MarkedPicture[]>> => {
  const json = await readJson(join(data, 'heads.json'));
  if (!json.ok) return json;
  const heads = parseHeads(json.value);
  if (!heads.ok) return heads;
  const chosen = evenly(heads.value, limit);
  const present = await expectFiles(
    join(data, 'images'),
    chosen.map(({ file }) => file),
  );
  return present.ok ? ok(chosen) : present;
};
