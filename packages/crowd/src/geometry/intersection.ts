import polygonClipping, { type Polygon as Rings } from 'polygon-clipping';
import { area } from './area.js';
import { type BoundingBox, boundingBox, type Polygon } from './polygon.js';

/**
 * Coordinates are rounded to multiples of 2⁻³⁰ (a nanometre). Walls that two zones share then
 * coincide exactly instead of to the last bits, a case on which the sweep can lose its way.
 */
const fineness = 2 ** 30;

const snap = (coordinate: number): number => Math.round(coordinate * fineness) / fineness;

const toRings = (polygon: Polygon): Rings => [polygon.map(({ x, y }) => [snap(x), snap(y)])];

/** The library closes its rings; ours are open. */
const fromRing = (ring: readonly (readonly [number, number])[]): Polygon =>
  ring.slice(0, -1).map(([x, y]) => ({ x, y }));

/** Most pairs of a venue's shapes are far apart; their boxes tell so a hundred times faster. */
const areApart = (a: BoundingBox, b: BoundingBox): boolean =>
  a.maxX <= b.minX || b.maxX <= a.minX || a.maxY <= b.minY || b.maxY <= a.minY;

/**
 * The parts that both polygons cover, none where they share at most a boundary.
 *
 * Two simple polygons without holes have an intersection without holes, so each part is its
 * outer ring. Source: Martínez, Rueda, Feito 2009, as implemented by polygon-clipping.
 */
export const intersection = (a: Polygon, b: Polygon): Polygon[] =>
  areApart(boundingBox(a), boundingBox(b))
    ? []
    : polygonClipping
        .intersection(toRings(a), toRings(b))
        .flatMap(([outer]) => (outer === undefined ? [] : [fromRing(outer)]));

/** Area of A ∩ B, m² for metres. */
export const intersectionArea = (a: Polygon, b: Polygon): number =>
  intersection(a, b).reduce((sum, part) => sum + area(part), 0);

/**
 * Area of A without what any of the others cover, m² for metres: area(A) where they are all apart.
 * The others may overlap each other; what two of them cover is taken away once.
 */
export const uncoveredArea = (polygon: Polygon, covers: readonly Polygon[]): number => {
  const box = boundingBox(polygon);
  const near = covers.filter((cover) => !areApart(box, boundingBox(cover)));
  if (near.length === 0) return area(polygon);
  return polygonClipping
    .difference(toRings(polygon), ...near.map(toRings))
    .flatMap((part) => part.map((ring, hole) => (hole === 0 ? 1 : -1) * area(fromRing(ring))))
    .reduce((sum, each) => sum + each, 0);
};
