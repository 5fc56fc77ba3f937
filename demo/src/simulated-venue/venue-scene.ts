import type { Coordinates, VenueDefinition } from '@throng/contract';
import { lightOf, type Scene } from '@throng/simulation';

const WALL_HEIGHT = 1.1;
const WALL_THICKNESS = 0.15;

const wallBetween = ([x1, y1]: Coordinates, [x2, y2]: Coordinates): Scene['walls'][number] => ({
  x: (x1 + x2) / 2,
  y: (y1 + y2) / 2,
  heading: Math.atan2(y2 - y1, x2 - x1),
  width: Math.hypot(x2 - x1, y2 - y1),
  depth: WALL_THICKNESS,
  height: WALL_HEIGHT,
  colour: [138, 136, 132],
});

/** The pairs of neighbours in a chain of corners. */
const steps = (line: readonly Coordinates[]): [Coordinates, Coordinates][] =>
  line.slice(1).flatMap((to, index) => {
    const from = line[index];
    return from === undefined ? [] : [[from, to]];
  });

const lineAcross = ([from, to]: readonly [
  Coordinates,
  Coordinates,
]): Scene['markings'][number] => ({
  line: [
    { x: from[0], y: from[1] },
    { x: to[0], y: to[1] },
  ],
  width: 0.12,
  colour: [206, 172, 64],
});

/** What the cameras see of a venue besides people: a concrete floor, barriers, painted thresholds. */
export const venueScene = (venue: VenueDefinition, seed: number): Scene => ({
  ground: { kind: 'concrete', colour: [150, 147, 141], module: 3, seed },
  markings: venue.passages.map(({ line }) => lineAcross(line)),
  walls: (venue.walls ?? []).flatMap(steps).map(([from, to]) => wallBetween(from, to)),
  props: [],
  backdrop: { above: [40, 42, 50], horizon: [92, 94, 98] },
  light: lightOf('indoor'),
});
