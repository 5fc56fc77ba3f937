import { isFlat } from './is-flat.js';
import { isFinitePoint, type Point } from './point.js';
import { edges, type Polygon } from './polygon.js';
import { isOnSegment, type Segment, segmentsIntersect } from './segment.js';

/** Why a ring of vertices is no simple polygon. */
export interface PolygonFault {
  readonly code: 'too-few-vertices' | 'self-intersecting' | 'zero-area' | 'not-finite';
  /** What is wrong, where, and the remedy. */
  readonly message: string;
}

const show = ({ x, y }: Point): string => `(${x}, ${y})`;

/** Whether edge `after`, which begins where `before` ends, runs back along it. */
const foldsBack = (before: Segment, after: Segment): boolean =>
  isOnSegment(before, after.to) || isOnSegment(after, before.from);

const selfIntersection = (polygon: Polygon): PolygonFault | undefined => {
  const ring = edges(polygon);
  const clash = (a: Segment, i: number, b: Segment, j: number): boolean => {
    if (j === i + 1) return foldsBack(a, b);
    if (i === 0 && j === ring.length - 1) return foldsBack(b, a);
    return segmentsIntersect(a, b);
  };
  for (const [i, a] of ring.entries()) {
    const b = ring.find((later, j) => j > i && clash(a, i, later, j));
    if (b === undefined) continue;
    const message =
      `The edge ${show(a.from)}–${show(a.to)} meets the edge ${show(b.from)}–${show(b.to)}: ` +
      'list the corners in order round the area, each once.';
    return { code: 'self-intersecting', message };
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
