import { parseCalendar, parseVenue } from '@throng/contract';
import { type PlacedFault, placedFault } from './fault-place.js';
import type { VenueDraft } from './venue-draft.js';
import { type VenueWarning, venueWarnings } from './venue-warnings.js';

/** What stands against a draft, and what speaks against it. */
export interface Checks {
  readonly faults: readonly PlacedFault[];
  readonly warnings: readonly VenueWarning[];
}

/** The server's own rules, run here at once, and the editor's warnings. */
export const checksOf = ({ calendar, venue }: VenueDraft): Checks => {
  const places = parseVenue(venue);
  const times = parseCalendar(calendar);
  return {
    faults: [
      ...(places.ok ? [] : places.faults.map((each) => placedFault('venue', each))),
      ...(times.ok ? [] : times.faults.map((each) => placedFault('calendar', each))),
      ...unknownPhases({ calendar, venue }),
    ],
    warnings: venueWarnings(venue),
  };
};

/** Bands for a phase that no plan has would never be in force. */
const unknownPhases = ({ calendar, venue }: VenueDraft): PlacedFault[] => {
  const phases = new Set(calendar.plans.flatMap((plan) => plan.phases.map(({ id }) => id)));
  return venue.zones.flatMap(({ bandsByPhase = {} }, index) =>
    Object.keys(bandsByPhase)
      .filter((phase) => !phases.has(phase))
      .map((phase) =>
        placedFault('venue', {
          path: `/zones/${index}/bandsByPhase/${phase}`,
          message: `no plan has a phase "${phase}"; name one of its phases`,
          cause: { code: 'no-phase', id: phase },
        }),
      ),
  );
};
