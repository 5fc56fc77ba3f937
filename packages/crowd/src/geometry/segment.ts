import { distance, orientation, type Point } from './point.js';

/** A straight piece of line, both ends included. */
export interface Segment {
  readonly from: Point;
  readonly to: Point;
}

/** Length |to − from|, in the unit of the points. */
export const segmentLength = (segment: Segment): number => distance(segment.from, segment.to);

const between = (value: number, a: number, b: number): boolean =>
  Math.min(a, b) <= value && value <= Math.max(a, b);

/** For a point known to be collinear with the segment: does it lie within its extent? */
const withinExtent = ({ from, to }: Segment, point: Point): boolean =>
  between(point.x, from.x, to.x) && between(point.y, from.y, to.y);

/** True when `point` lies on the segment, ends included (exact arithmetic test, no tolerance). */
export const isOnSegment = (segment: Segment, point: Point): boolean =>
  orientation(segment.from, segment.to, point) === 0 && withinExtent(segment, point);

/**
 * True when the closed segments share at least one point.
 *
 * Convention: touching at an end and collinear overlap count as intersecting.
 */
export const segmentsIntersect = (a: Segment, b: Segment): boolean => {
  const fromSide = Math.sign(orientation(a.from, a.to, b.from));
  const toSide = Math.sign(orientation(a.from, a.to, b.to));
  const aFromSide = Math.sign(orientation(b.from, b.to, a.from));
  const aToSide = Math.sign(orientation(b.from, b.to, a.to));
  if (fromSide * toSide < 0 && aFromSide * aToSide < 0) return true;
  return (
    (fromSide === 0 && withinExtent(a, b.from)) ||
    (toSide === 0 && withinExtent(a, b.to)) ||
    (aFromSide === 0 && withinExtent(b, a.from)) ||
    (aToSide === 0 && withinExtent(b, a.to))
  );
};
