import type { Point, Polygon, Segment } from '@throng/crowd';
import type { Coordinates, Ring } from './venue-definition.js';

export const toPoint = ([x, y]: Coordinates): Point => ({ x, y });

export const toPolygon = (ring: Ring): Polygon => ring.map(toPoint);

export const toSegment = ([from, to]: [Coordinates, Coordinates]): Segment => ({
  from: toPoint(from),
  to: toPoint(to),
});
