import {
  type BoundingBox,
  boundingBox,
  boxPolygon,
  clipToHalfPlane,
  containsPoint,
  distance,
  intersection,
  type Point,
  type Polygon,
} from '../geometry/index.js';

/** The side of the perpendicular bisector of a and b on which a lies. */
const nearerTo = (a: Point, b: Point) => {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const [middleX, middleY] = [(a.x + b.x) / 2, (a.y + b.y) / 2];
  return ({ x, y }: Point): number => dx * (middleX - x) + dy * (middleY - y);
};

/** What lies nearer to `person` than to any other, cut from `start`, a convex polygon. */
const convexCell = (person: Point, others: readonly Point[], start: Polygon): Polygon => {
  const nearestFirst = others
    .map((other) => ({ other, away: distance(person, other) }))
    .sort((a, b) => a.away - b.away);
  let cell = start;
  for (const { other, away } of nearestFirst) {
    const reach = Math.max(...cell.map((corner) => distance(person, corner)));
    if (away > 2 * reach) break;
    cell = clipToHalfPlane(cell, nearerTo(person, other));
  }
  return cell;
};

const overlap = (a: BoundingBox, b: BoundingBox): boolean =>
  a.minX <= b.maxX && b.minX <= a.maxX && a.minY <= b.maxY && b.minY <= a.maxY;

/**
 * For each person the part of `walkable` that is nearer to them than to anyone else; where a wall
 * cuts that in pieces, the piece they stand on. Two persons in one spot share one cell.
 *
 * Undefined for a person outside the walkable area, and for one whose cell cannot reach `region`:
 * cutting cells to the walls costs most of the time, so only those that matter are cut.
 */
export const voronoiCells = (
  persons: readonly Point[],
  walkable: Polygon,
  region: BoundingBox = boundingBox(walkable),
): (Polygon | undefined)[] => {
  const start = boxPolygon(boundingBox(walkable));
  return persons.map((person, index) => {
    if (!containsPoint(walkable, person)) return undefined;
    const cell = convexCell(person, persons.toSpliced(index, 1), start);
    if (!overlap(boundingBox(cell), region)) return undefined;
    return intersection(cell, walkable).find((piece) => containsPoint(piece, person));
  });
};
