import { distance, isFinitePoint, orientation, type Point } from './point.js';
import { edges, type Polygon } from './polygon.js';
import { isOnSegment, segmentsIntersect } from './segment.js';

/** Why a ring of vertices is no simple polygon. */
export interface PolygonFault {
  readonly code: 'too-few-vertices' | 'self-intersecting' | 'zero-area' | 'not-finite';
  /** What is wrong, where, and the remedy. */
  readonly message: string;
}

const show = ({ x, y }: Point): string => `(${x}, ${y})`;

/**
 * Whether the points lie on one straight line: within `tolerance` times their extent.
 *
 * The line is the one from the first point to the point farthest from it.
 */
export const isFlat = (points: readonly Point[], tolerance = 1e-9): boolean => {
  const [first] = points;
  if (first === undefined) return true;
  const far = points.reduce((best, p) => (distance(first, p) > distance(first, best) ? p : best));
  const extent = distance(first, far);
  return points.every((p) => Math.abs(orientation(first, far, p)) <= tolerance * extent * extent);
};

const selfIntersection = (polygon: Polygon): PolygonFault | undefined => {
  const ring = edges(polygon);
  for (const [i, a] of ring.entries()) {
    for (const [j, b] of ring.entries()) {
      if (j <= i) continue;
      const bFollowsA = j === i + 1;
      const aFollowsB = i === 0 && j === ring.length - 1;
      const clash = bFollowsA
        ? isOnSegment(a, b.to) || isOnSegment(b, a.from)
        : aFollowsB
          ? isOnSegment(b, a.to) || isOnSegment(a, b.from)
          : segmentsIntersect(a, b);
      if (!clash) continue;
      const message =
        `The edge ${show(a.from)}–${show(a.to)} meets the edge ${show(b.from)}–${show(b.to)}: ` +
        'list the corners in order round the area, each once.';
      return { code: 'self-intersecting', message };
    }
  }
  return undefined;
};

/**
 * The first reason why `polygon` is not a simple polygon with an area, or undefined if it is one.
 *
 * Checked in this order: coordinates are finite; at least three different vertices; not all on
 * one line; no edge meets another one except its neighbours at their common corner. A vertex
 * repeated directly after itself, as in a closed GeoJSON ring, changes no area and is no fault.
 */
export const polygonFault = (polygon: Polygon): PolygonFault | undefined => {
  const bad = polygon.findIndex((vertex) => !isFinitePoint(vertex));
  if (bad >= 0) {
    const message = `Vertex ${bad} has a coordinate that is no finite number: give it in metres.`;
    return { code: 'not-finite', message };
  }
  const ring = polygon.filter((vertex, index) => {
    const previous = polygon.at(index - 1);
    return previous === undefined || previous.x !== vertex.x || previous.y !== vertex.y;
  });
  if (ring.length < 3) {
    const message = `The polygon has ${ring.length} different vertices: give at least three.`;
    return { code: 'too-few-vertices', message };
  }
  if (isFlat(ring)) {
    const message = 'All vertices lie on one line: add a corner off that line.';
    return { code: 'zero-area', message };
  }
  return selfIntersection(ring);
};
