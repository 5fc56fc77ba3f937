import { toPoint, toPolygon } from '@throng/contract';
import { edges, type Point, type ZoneKind } from '@throng/crowd';
import type { Rgb } from '../appearance/colour.js';
import type { SimulatedVenue } from '../venue/simulated-venue.js';
import type { Block } from './block.js';
import type { Light } from './light.js';
import type { Marking, Scene } from './scene.js';

/** Barriers round the walkable ground: low, so that cameras look over them. Metres. */
const BARRIER = { height: 0.95, depth: 0.08, longest: 1.6 };

const barrierColour: Rgb = [138, 140, 142];

const edgeColours: Readonly<Record<ZoneKind, Rgb>> = {
  walkway: [196, 194, 186],
  stairs: [206, 176, 70],
  queue: [206, 176, 70],
  viewing: [170, 176, 190],
};

const barriers = (from: Point, to: Point): Block[] => {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const pieces = Math.max(1, Math.ceil(length / BARRIER.longest));
  return Array.from({ length: pieces }, (_, index) => {
    const share = (index + 0.5) / pieces;
    return {
      x: from.x + (to.x - from.x) * share,
      y: from.y + (to.y - from.y) * share,
      heading: Math.atan2(to.y - from.y, to.x - from.x),
      width: length / pieces,
      depth: BARRIER.depth,
      height: BARRIER.height,
      colour: barrierColour,
    };
  });
};

/** The simulated venue as its cameras see it empty: concrete, painted edges, barriers along the walls. */
export const venueScene = ({ venue }: SimulatedVenue, light: Light): Scene => ({
  ground: { kind: 'concrete', colour: [146, 144, 139], module: 3, seed: 7 },
  markings: venue.zones.flatMap(({ kind, polygon }) =>
    edges(toPolygon(polygon)).map(
      ({ from, to }): Marking => ({ line: [from, to], width: 0.1, colour: edgeColours[kind] }),
    ),
  ),
  walls: [],
  props: (venue.walls ?? []).flatMap((line) => {
    const corners = line.map(toPoint);
    return corners.slice(1).flatMap((to, index) => {
      const from = corners[index];
      return from === undefined ? [] : barriers(from, to);
    });
  }),
  backdrop: { above: [70, 72, 78], horizon: [104, 104, 104] },
  light,
});
