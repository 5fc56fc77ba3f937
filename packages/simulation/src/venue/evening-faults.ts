import { type Fault, toPolygon, toSegment } from '@throng/contract';
import type { Point } from '@throng/crowd';
import type { SimulatedVenue } from './simulated-venue.js';
import { type Walkable, walkable } from './walkable.js';

/** Metres that the middle of a passage's line may lie outside the nearer of its zones: a thick wall. */
const WALL = 2;

/** What makes an evening that could not be as it is written: spans, weights, and ways that do not touch. */
export const eveningFaults = (venue: SimulatedVenue): Fault[] => [
  ...spanFaults(venue),
  ...weightFaults(venue),
  ...repeatedFaults(venue),
  ...farLineFaults(venue),
];

const falls = (path: string, span: unknown): Fault[] => {
  if (!Array.isArray(span) || span[0] <= span[1]) return [];
  const message = `must rise: [${span.join(', ')}] is from the later to the earlier; write [${span[1]}, ${span[0]}]`;
  return [{ path, message }];
};

const spanFaults = ({ simulation }: SimulatedVenue): Fault[] => [
  ...(simulation.incidents ?? []).flatMap(({ at, seconds }, index) => [
    ...falls(`/simulation/incidents/${index}/at`, at),
    ...falls(`/simulation/incidents/${index}/seconds`, seconds),
  ]),
  ...simulation.itineraries.flatMap(({ stops }, index) =>
    stops.flatMap(({ seconds }, stop) =>
      falls(`/simulation/itineraries/${index}/stops/${stop}/seconds`, seconds),
    ),
  ),
];

/** Shares are weights: they need not add up to 1, but of nothing nobody can draw. */
const weightFaults = ({ simulation }: SimulatedVenue): Fault[] => {
  const nothing = (path: string, shares: readonly number[]): Fault[] =>
    shares.some((share) => share > 0)
      ? []
      : [{ path, message: 'all shares are 0; give at least one more' }];
  const { entrances, parties } = simulation;
  return [
    ...nothing(
      '/simulation/entrances',
      // Bursts come whatever the share of an entrance is.
      entrances.map(({ bursts, share }) => (bursts === undefined ? share : 1)),
    ),
    ...(parties === undefined ? [] : nothing('/simulation/parties', parties)),
  ];
};

const repeatedFaults = ({ simulation }: SimulatedVenue): Fault[] => {
  const { doors, entrances, itineraries, phases, places } = simulation;
  const repeated = (list: string, key: string, names: readonly string[]): Fault[] =>
    names.flatMap((name, index) =>
      names.indexOf(name) === index
        ? []
        : [{ path: `/simulation/${list}/${index}/${key}`, message: `"${name}" is named twice` }],
    );
  const ids = (entries: readonly { readonly id: string }[]) => entries.map(({ id }) => id);
  const ways = (entries: readonly { readonly passage: string }[]) =>
    entries.map(({ passage }) => passage);
  return [
    ...repeated('phases', 'id', ids(phases)),
    ...repeated('entrances', 'passage', ways(entrances)),
    ...repeated('doors', 'passage', ways(doors)),
    ...repeated('places', 'id', ids(places)),
    ...repeated('itineraries', 'id', ids(itineraries)),
  ];
};

/** Metres from a place to a convex zone, 0 inside it; at its corners a little less than in truth. */
const metresOutside = ({ sides }: Walkable, { x, y }: Point): number =>
  Math.max(0, ...sides.map(({ normal, offset }) => offset - (normal.x * x + normal.y * y)));

/**
 * A line that touches neither of the zones it joins: a slip of a digit, as a rule. One is enough, for
 * floors of a house are drawn side by side, and a stair ends on one of them.
 */
const farLineFaults = ({ venue }: SimulatedVenue): Fault[] => {
  const grounds = new Map(
    venue.zones.map(({ id, polygon }) => [id, walkable(toPolygon(polygon))] as const),
  );
  return venue.passages.flatMap(({ from, id, line, to }, index): Fault[] => {
    const { from: a, to: b } = toSegment(line);
    const middle = { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
    const ends = [from, to].flatMap((zone) => {
      const ground = grounds.get(zone);
      return ground === undefined ? [] : [{ zone, away: metresOutside(ground, middle) }];
    });
    const nearest = ends.toSorted((one, other) => one.away - other.away)[0];
    if (nearest === undefined || nearest.away <= WALL) return [];
    const message = `"${id}" lies ${nearest.away.toFixed(1)} m from zone "${nearest.zone}"; draw it where the zone ends (${WALL} m at most)`;
    return [{ path: `/venue/passages/${index}/line`, message }];
  });
};
