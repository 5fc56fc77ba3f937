import type { Happening, SimulatedVenue } from '@throng/simulation';

/** Seconds before a moment within which an incident may be its cause. */
const BEFORE = 1_800;

/** A passage that works as designed again is no incident. */
const isTrouble = (event: Happening): boolean => event.kind !== 'opening' || event.capacity < 1;

const touches = ({ simulation, venue }: SimulatedVenue, zone: string, event: Happening) => {
  if (event.kind === 'evacuation') return true;
  if (event.kind === 'surge') {
    return simulation.places.some(({ id, zone: at }) => id === event.place && at === zone);
  }
  return venue.passages.some(
    ({ from, id, to }) => id === event.passage && (from === zone || to === zone),
  );
};

/** What went wrong in a zone, or at a passage of it, in the half hour before a moment. */
export const incidentsBefore = (
  simulated: SimulatedVenue,
  happenings: readonly Happening[],
  zone: string,
  at: number,
): Happening[] =>
  happenings.filter(
    (event) =>
      event.at <= at &&
      event.at > at - BEFORE &&
      isTrouble(event) &&
      touches(simulated, zone, event),
  );
