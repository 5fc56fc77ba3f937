import type { VenueDefinition } from '@throng/contract';
import { openFleetStore } from '../adapters/fleet/sqlite-fleet-store.js';
import type { LoadedVenueFile } from '../adapters/settings/load-venue-file.js';
import type { Actor } from '../audit/recorder.js';
import type { FleetParts } from '../fleet/push.js';
import { contentInForce } from '../main/take-up-venue.js';
import { type Answer, atDesk, type DeskOptions } from './at-desk.js';

/** The fleet for the command line, while a server may run on the same file. */
export interface FleetAtDesk extends FleetParts {
  readonly actor: Actor;
}

/** Opens the fleet of the venue file beside the desk, does the work, tells the answer and closes. */
export const atFleet = (
  options: DeskOptions,
  work: (fleet: FleetAtDesk, file: LoadedVenueFile) => Promise<Answer>,
): Promise<void> =>
  atDesk(options, async ({ actor, clock, kept, recorder }, file) => {
    const store = openFleetStore(file.storeFile);
    try {
      const venue = (): VenueDefinition => contentInForce(file, kept).venue;
      return await work({ store, actor, clock, recorder, venue }, file);
    } finally {
      store.close();
    }
  });
