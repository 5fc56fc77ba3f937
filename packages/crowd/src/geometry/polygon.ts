import type { Point } from './point.js';
import type { Segment } from './segment.js';

/**
 * A simple polygon: an open ring of at least three vertices (the first is not repeated at the
 * end), in either orientation. `polygonFault` tells whether a ring from outside is one.
 */
export type Polygon = readonly Point[];

/** The smallest axis-aligned box round something. */
export interface BoundingBox {
  readonly minX: number;
  readonly minY: number;
  readonly maxX: number;
  readonly maxY: number;
}

/** The edges in order; the last one closes the ring. */
export const edges = (polygon: Polygon): Segment[] =>
  polygon.flatMap((to, index) => {
    const from = polygon.at(index - 1);
    return from === undefined ? [] : [{ from, to }];
  });

/** The box round all vertices. Of no vertices: the empty box, from +∞ to −∞. */
export const boundingBox = (polygon: Polygon): BoundingBox =>
  polygon.reduce<BoundingBox>(
    (box, { x, y }) => ({
      minX: Math.min(box.minX, x),
      minY: Math.min(box.minY, y),
      maxX: Math.max(box.maxX, x),
      maxY: Math.max(box.maxY, y),
    }),
    {
      minX: Number.POSITIVE_INFINITY,
      minY: Number.POSITIVE_INFINITY,
      maxX: Number.NEGATIVE_INFINITY,
      maxY: Number.NEGATIVE_INFINITY,
    },
  );

/** The box as a polygon, anticlockwise (y up) from its lower left corner. */
export const boxPolygon = ({ minX, minY, maxX, maxY }: BoundingBox): Polygon => [
  { x: minX, y: minY },
  { x: maxX, y: minY },
  { x: maxX, y: maxY },
  { x: minX, y: maxY },
];
