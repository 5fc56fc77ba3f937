import { type Coordinates, toPoint, toPolygon } from '@throng/contract';
import { area, containsPoint, distance, type Point } from '@throng/crowd';
import {
  cornersOf,
  type EditedVenue,
  type FeatureList,
  type FeatureRef,
  featureAt,
  isSame,
} from './venue-draft.js';

/** Distance from a point to a straight piece of line, metres. */
export const distanceToEdge = (point: Point, from: Point, to: Point): number => {
  const square = (to.x - from.x) ** 2 + (to.y - from.y) ** 2;
  const along = (point.x - from.x) * (to.x - from.x) + (point.y - from.y) * (to.y - from.y);
  const t = square === 0 ? 0 : Math.min(1, Math.max(0, along / square));
  return distance(point, { x: from.x + t * (to.x - from.x), y: from.y + t * (to.y - from.y) });
};

const isNear = (line: readonly Coordinates[], point: Point, reach: number): boolean =>
  line.some((to, index) => {
    const from = line[index - 1];
    return from !== undefined && distanceToEdge(point, toPoint(from), toPoint(to)) <= reach;
  });

const indices = (list: FeatureList, found: readonly boolean[]): FeatureRef[] =>
  found.flatMap((hit, index) => (hit ? [{ list, index }] : []));

/** All that lies under a point, the smallest to hit first: lines, then zones and cameras by their size. */
export const featuresAt = (
  { cameras, passages, walls = [], zones }: EditedVenue,
  point: Point,
  reach: number,
): FeatureRef[] => {
  const around = (list: 'zones' | 'cameras', rings: readonly Coordinates[][]) =>
    indices(
      list,
      rings.map((ring) => containsPoint(toPolygon([...ring]), point)),
    ).toSorted((a, b) => sizeOf(rings[a.index]) - sizeOf(rings[b.index]));
  return [
    ...indices(
      'passages',
      passages.map(({ line }) => isNear(line, point, reach)),
    ),
    ...indices(
      'walls',
      walls.map((wall) => isNear(wall, point, reach)),
    ),
    ...around(
      'zones',
      zones.map(({ polygon }) => polygon),
    ),
    ...around(
      'cameras',
      cameras.map(({ area: ground }) => ground),
    ),
  ];
};

const sizeOf = (ring: readonly Coordinates[] = []): number => area(toPolygon([...ring]));

/** The one to select: the first under the point, or what lies below the one that is selected already. */
export const nextAt = (
  hits: readonly FeatureRef[],
  selected: FeatureRef | null,
): FeatureRef | null => {
  const place = hits.findIndex((hit) => isSame(hit, selected));
  return hits[place + 1] ?? hits[0] ?? null;
};

/** The corner of a thing within reach of a point; the nearest, if there are several. */
export const cornerAt = (
  venue: EditedVenue,
  ref: FeatureRef | null,
  point: Point,
  reach: number,
): number | null => {
  const feature = ref && featureAt(venue, ref);
  if (!feature) return null;
  const gaps = cornersOf(feature).map((corner) => distance(toPoint(corner), point));
  const least = Math.min(...gaps);
  return least <= reach ? gaps.indexOf(least) : null;
};
