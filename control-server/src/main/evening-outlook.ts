import { existsSync } from 'node:fs';
import type { LoadedVenueFile } from '../adapters/settings/load-venue-file.js';
import { storedEvenings } from '../adapters/store/evening-table.js';
import { upcomingEvents } from '../former-evenings/upcoming-events.js';
import { planVenue } from '../venue-plan/venue-plan.js';

/**
 * A line for the next event of each plan: which former evenings its forecast will go by, or that it
 * has none. The store is only read; what is not there yet knows nothing.
 *
 * @throws SqliteError when the store is none.
 */
export const eveningOutlook = (
  { calendar, postgres, server, storeFile, venue }: LoadedVenueFile,
  now: number,
): string[] => {
  const { enabled, formerEvenings } = server.forecast;
  // A database across the network is not asked for this: the server's log tells at its start.
  if (!enabled || formerEvenings === 0 || postgres !== undefined) return [];
  const isStored = existsSync(storeFile);
  const read = (events: readonly string[]) => (isStored ? storedEvenings(storeFile, events) : []);
  return upcomingEvents(planVenue(venue, calendar), formerEvenings, now, read).map(
    ({ event, learntFrom }) =>
      learntFrom.length === 0
        ? `event "${event.id}": no former evening of plan "${event.plan}" is recorded; its forecast goes by what it sees alone ("throng-server import" brings a rehearsal in)`
        : `event "${event.id}" is expected to be like ${learntFrom.join(', ')}`,
  );
};
