import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { VenueDefinition } from '@throng/contract';
import { stringify } from 'yaml';
import { scratch } from '../shared/scratch.js';

/** Files of one server that hears an outside broker, in a folder of its own. */
export interface VenueFile {
  readonly config: string;
  readonly store: string;
}

/** `port` 0 is any free one. */
export const writeVenueFile = async (
  name: string,
  venue: VenueDefinition,
  broker: string,
  port = 0,
): Promise<VenueFile> => {
  const folder = join(scratch(), name);
  await mkdir(folder, { recursive: true });
  const config = join(folder, 'venue.yml');
  const store = join(folder, 'throng.db');
  const server = {
    ...{ listen: { port }, access: { mode: 'open' }, broker: { url: broker } },
    ...{ store: { file: store }, dashboard: 'no-page-here' },
  };
  await writeFile(config, stringify({ venue, server }));
  return { config, store };
};
