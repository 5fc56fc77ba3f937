import { area } from './area.js';
import { isStrictlyInside } from './contains-point.js';
import { distance, orientation, type Point } from './point.js';
import { edges, type Polygon } from './polygon.js';
import { type Segment, segmentLength } from './segment.js';

/** Metres within which a crossing and a corner are one point: far below what anybody draws. */
const SAME_POINT = 1e-6;

/** Square metres below which a part is a trace of rounding. */
const NO_AREA = 1e-6;

/**
 * The parts into which a straight cut divides a simple polygon.
 *
 * The cut divides only where it runs through the inside from edge to edge; where it ends inside,
 * or only touches, it divides nothing. Each piece of the cut that divides adds one part. The areas
 * of the parts add up to that of the polygon; each is simple and keeps the polygon's orientation.
 *
 * @returns the polygon alone where nothing is divided.
 */
export const splitPolygon = (polygon: Polygon, cut: Segment): Polygon[] =>
  chords(polygon, cut).reduce<Polygon[]>(
    (parts, chord) => parts.flatMap((part) => splitByChord(part, chord)),
    [polygon],
  );

/** The pieces of the cut that run through the inside from edge to edge, in its direction. */
const chords = (polygon: Polygon, cut: Segment): Segment[] => {
  const crossings = edges(polygon)
    .flatMap((edge) => crossing(edge, cut) ?? [])
    .toSorted((a, b) => distance(cut.from, a) - distance(cut.from, b));
  return crossings.flatMap((to, index) => {
    const from = crossings[index - 1];
    if (from === undefined || distance(from, to) <= SAME_POINT) return [];
    const middle = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
    return isStrictlyInside(polygon, middle) ? [{ from, to }] : [];
  });
};

/** Where the cut meets an edge that is not parallel to it; a corner close by stands for the place. */
const crossing = (edge: Segment, cut: Segment): Point | undefined => {
  const near = [edge.from, edge.to].find((corner) => isOn(cut, corner));
  if (near !== undefined) return near;
  const [a, b] = [orientation(cut.from, cut.to, edge.from), orientation(cut.from, cut.to, edge.to)];
  if (a * b >= 0) return undefined;
  const t = a / (a - b);
  const point = {
    x: edge.from.x + t * (edge.to.x - edge.from.x),
    y: edge.from.y + t * (edge.to.y - edge.from.y),
  };
  return isOn(cut, point) ? point : undefined;
};

const isOn = ({ from, to }: Segment, point: Point): boolean => {
  const length = segmentLength({ from, to });
  if (length <= SAME_POINT) return false;
  const along =
    ((point.x - from.x) * (to.x - from.x) + (point.y - from.y) * (to.y - from.y)) / length;
  const aside = Math.abs(orientation(from, to, point)) / length;
  return aside <= SAME_POINT && along >= -SAME_POINT && along <= length + SAME_POINT;
};

const splitByChord = (polygon: Polygon, { from, to }: Segment): Polygon[] => {
  const ring = withCorner(withCorner(polygon, from), to);
  const [start, end] = [ring.indexOf(from), ring.indexOf(to)];
  if (start < 0 || end < 0) return [polygon];
  const turned = [...ring.slice(start), ...ring.slice(0, start)];
  const place = turned.indexOf(to);
  const parts = [turned.slice(0, place + 1), [...turned.slice(place), from]];
  return parts.every((part) => part.length >= 3 && area(part) > NO_AREA) ? parts : [polygon];
};

/** The ring with the point as one of its corners; as it was where the point lies on no edge. */
const withCorner = (polygon: Polygon, point: Point): Polygon => {
  if (polygon.includes(point)) return polygon;
  const after = polygon.findIndex((corner, index) => {
    const before = polygon.at(index - 1);
    return before !== undefined && isOn({ from: before, to: corner }, point);
  });
  return after < 0 ? polygon : polygon.toSpliced(after, 0, point);
};
