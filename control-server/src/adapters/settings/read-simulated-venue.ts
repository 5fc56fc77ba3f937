import { readdir, readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fail, ok, type Result } from '@throng/contract';
import { parse } from 'yaml';

/** The venues that come with the simulator. */
const VENUES = fileURLToPath(new URL('../../../../packages/simulation/venues/', import.meta.url));

/** Ids of the venues that come with the simulator. */
export const knownVenues = async (): Promise<string[]> =>
  (await readdir(VENUES)).map((file) => basename(file, '.yml')).sort();

/** The content of a venue file, by its path or by the id of one that comes with the simulator. */
export const readSimulatedVenue = async (name: string): Promise<Result<unknown>> => {
  const known = await knownVenues();
  const path = known.includes(name) ? `${VENUES}${name}.yml` : name;
  const text = await readFile(path, 'utf8').catch(() => undefined);
  if (text === undefined) {
    const message = `there is no file "${name}", and no such venue; give a file or one of ${known.join(', ')}`;
    return fail('venue-missing', message);
  }
  try {
    return ok(parse(text));
  } catch (cause) {
    return fail('venue-unreadable', `${path}: ${cause instanceof Error ? cause.message : cause}`);
  }
};
