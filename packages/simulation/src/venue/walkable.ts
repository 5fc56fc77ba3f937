import {
  area,
  boundingBox,
  containsPoint,
  type Point,
  type Polygon,
  signedArea,
} from '@throng/crowd';
import type { Random } from '../random/random.js';

/** The line along one side of a zone: inside where normal · p ≥ offset. */
interface Side {
  readonly normal: Point;
  readonly offset: number;
}

/** Ground that people can be on: a convex polygon, so that every straight way stays inside. */
export interface Walkable {
  readonly polygon: Polygon;
  /** m² */
  readonly area: number;
  readonly sides: readonly Side[];
}

/** `undefined` for a polygon with a corner that bends inwards. */
export const walkable = (polygon: Polygon): Walkable | undefined => {
  const turn = Math.sign(signedArea(polygon));
  const sides = polygon.map((from, index): Side => {
    const to = polygon[(index + 1) % polygon.length] ?? from;
    const length = Math.hypot(to.x - from.x, to.y - from.y);
    const normal = { x: (-(to.y - from.y) / length) * turn, y: ((to.x - from.x) / length) * turn };
    return { normal, offset: normal.x * from.x + normal.y * from.y };
  });
  const convex = polygon.every((corner) =>
    sides.every(({ normal, offset }) => normal.x * corner.x + normal.y * corner.y - offset > -1e-6),
  );
  return convex ? { polygon, area: area(polygon), sides } : undefined;
};

/** Moves a place back in until it keeps `margin` metres from every side. */
export const keepInside = (
  ground: Walkable,
  place: { x: number; y: number },
  margin: number,
): void => {
  for (let pass = 0; pass < 2; pass += 1) {
    for (const { normal, offset } of ground.sides) {
      const missing = offset + margin - (normal.x * place.x + normal.y * place.y);
      if (missing > 0) {
        place.x += normal.x * missing;
        place.y += normal.y * missing;
      }
    }
  }
};

/** A place spread evenly over the polygon. */
export const randomPlace = (polygon: Polygon, random: Random): Point => {
  const box = boundingBox(polygon);
  for (let trial = 0; trial < 200; trial += 1) {
    const place = { x: random.between(box.minX, box.maxX), y: random.between(box.minY, box.maxY) };
    if (containsPoint(polygon, place)) return place;
  }
  return polygon[0] ?? { x: 0, y: 0 };
};
