import type { LoadedVenueFile } from '../adapters/settings/load-venue-file.js';
import { openVersionStore } from '../adapters/store/sqlite-version-store.js';
import type { FloorPlanStore } from '../venue-versions/floor-plan.js';
import type { VersionParts } from '../venue-versions/keep-versions.js';
import type { ClosingStack } from './closing-stack.js';
import { type OpenedAudit, openAudit } from './open-audit.js';
import type { World } from './running-server.js';
import { keepTakenUp, needsOf, takeUpVenue } from './take-up-venue.js';

export interface OpenedVenue {
  /** The venue file with the venue and calendar that are in force. */
  readonly file: LoadedVenueFile;
  readonly version: number;
  readonly audit: OpenedAudit;
  /** What keeping further versions works with. */
  readonly keeping: VersionParts & { readonly pictures: FloorPlanStore };
}

/**
 * Which venue the server starts with, that of the file or what was edited since; it is on record, in the
 * audit log that is opened with it, before it is in force.
 */
export const openVenue = async (
  given: LoadedVenueFile,
  world: Pick<World, 'clock' | 'log' | 'owned'>,
  opened: ClosingStack,
): Promise<OpenedVenue> => {
  const { clock, log } = world;
  const kept = openVersionStore(given.storeFile);
  opened.add(() => kept.close());
  const takenUp = takeUpVenue(given, kept);
  const { file } = takenUp;
  const audit = openAudit(file, world);
  opened.add(() => audit.close());
  const { pictures, versions } = kept;
  const needs = needsOf(given, pictures);
  const keeping = { versions, pictures, needs, recorder: audit.recorder, clock };
  const version = await keepTakenUp(takenUp, keeping, log);
  return { file, version, audit, keeping };
};
