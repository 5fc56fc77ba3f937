import type { Coordinates } from '@throng/contract';
import {
  cornersOf,
  type EditedVenue,
  type FeatureRef,
  featureAt,
  leastCorners,
} from './venue-draft.js';

const MILLIMETRES = 1_000;

/**
 * To the millimetre: finer than anybody builds, and fine enough that a corner on a neighbour's
 * slanting edge stays there (0.5 mm along 100 m is 0.03 m², below what counts as an overlap).
 */
export const rounded = ([x = 0, y = 0]: readonly number[]): Coordinates => [
  Math.round(x * MILLIMETRES) / MILLIMETRES,
  Math.round(y * MILLIMETRES) / MILLIMETRES,
];

/** The venue with other corners for one thing. A passage keeps two; too few corners change nothing. */
export const withCorners = (
  venue: EditedVenue,
  { index, list }: FeatureRef,
  given: readonly (readonly number[])[],
): EditedVenue => {
  const corners = given.map(rounded);
  if (corners.length < leastCorners[list]) return venue;
  const replaced = <Entry>(entries: Entry[], change: (entry: Entry) => Entry): Entry[] =>
    entries.map((entry, place) => (place === index ? change(entry) : entry));
  if (list === 'zones')
    return { ...venue, zones: replaced(venue.zones, (each) => ({ ...each, polygon: corners })) };
  if (list === 'cameras')
    return { ...venue, cameras: replaced(venue.cameras, (each) => ({ ...each, area: corners })) };
  if (list === 'walls') return { ...venue, walls: replaced(venue.walls ?? [], () => corners) };
  const [from, to] = [corners[0], corners.at(-1)];
  if (from === undefined || to === undefined) return venue;
  return {
    ...venue,
    passages: replaced(venue.passages, (each) => ({ ...each, line: [from, to] })),
  };
};

const edited = (
  venue: EditedVenue,
  ref: FeatureRef,
  change: (corners: Coordinates[]) => readonly (readonly number[])[],
): EditedVenue => {
  const feature = featureAt(venue, ref);
  return feature === undefined ? venue : withCorners(venue, ref, change(cornersOf(feature)));
};

export const cornerMoved = (
  venue: EditedVenue,
  ref: FeatureRef,
  corner: number,
  to: Coordinates,
): EditedVenue => edited(venue, ref, (corners) => corners.with(corner, to));

/** One more corner halfway to the next; on a line, none after the last. */
export const cornerInserted = (venue: EditedVenue, ref: FeatureRef, after: number): EditedVenue => {
  if (ref.list === 'passages') return venue;
  return edited(venue, ref, (corners) => {
    const from = corners[after];
    const to = corners[after + 1] ?? (leastCorners[ref.list] === 3 ? corners[0] : undefined);
    if (from === undefined || to === undefined) return corners;
    return corners.toSpliced(after + 1, 0, [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2]);
  });
};

/** Without one corner; as it was where too few would be left. */
export const cornerRemoved = (venue: EditedVenue, ref: FeatureRef, corner: number): EditedVenue =>
  edited(venue, ref, (corners) => corners.toSpliced(corner, 1));

/** Moved as a whole, metres. */
export const movedBy = (venue: EditedVenue, ref: FeatureRef, dx: number, dy: number): EditedVenue =>
  edited(venue, ref, (corners) => corners.map(([x, y]) => [x + dx, y + dy]));
