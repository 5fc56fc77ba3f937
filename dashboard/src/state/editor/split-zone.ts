import { toPoint, toPolygon, toSegment, type ZoneDefinition } from '@throng/contract';
import { distance, type Point, type Polygon, type Segment, splitPolygon } from '@throng/crowd';
import { rounded } from './corners.js';
import { distanceToEdge } from './hits.js';
import { freeId } from './new-features.js';
import type { EditedVenue } from './venue-draft.js';

/** Metres by which a cut may end short of the edge: a finger is not that exact. */
const REACH = 0.5;

/** The cut made longer at both ends. */
const lengthened = ({ from, to }: Segment): Segment => {
  const length = distance(from, to) || 1;
  const [x, y] = [((to.x - from.x) / length) * REACH, ((to.y - from.y) / length) * REACH];
  return { from: { x: from.x - x, y: from.y - y }, to: { x: to.x + x, y: to.y + y } };
};

/** The first zone that a cut divides. */
export const zoneUnder = (
  { zones }: EditedVenue,
  cut: readonly [[number, number], [number, number]],
): number =>
  zones.findIndex(
    ({ polygon }) => splitPolygon(toPolygon(polygon), lengthened(toSegment([...cut]))).length > 1,
  );

/**
 * The venue with one zone cut in parts: each keeps kind, bands and name, with a letter. Passages
 * that led to it lead to the part nearest to them. The venue as it was where the cut divides nothing.
 */
export const zoneSplit = (
  venue: EditedVenue,
  index: number,
  cut: readonly [[number, number], [number, number]],
): EditedVenue => {
  const zone = venue.zones[index];
  if (zone === undefined) return venue;
  const shapes = splitPolygon(toPolygon(zone.polygon), lengthened(toSegment([...cut])));
  if (shapes.length < 2) return venue;
  const others = venue.zones.toSpliced(index, 1);
  const parts: ZoneDefinition[] = [];
  for (const [place, shape] of shapes.entries()) {
    const id = freeId(`${zone.id}-${letter(place)}`, others.concat(parts));
    const polygon = shape.map(({ x, y }) => rounded([x, y]));
    parts.push({ ...zone, id, name: `${zone.name} ${letter(place)}`, polygon });
  }
  const moved = (end: string, line: readonly [number, number][]): string =>
    end === zone.id ? (nearest(parts, line.map(toPoint))?.id ?? end) : end;
  return {
    ...venue,
    zones: venue.zones.toSpliced(index, 1, ...parts),
    passages: venue.passages.map((each) => ({
      ...each,
      from: moved(each.from, each.line),
      to: moved(each.to, each.line),
    })),
  };
};

const letter = (place: number): string => String.fromCharCode(65 + place);

const nearest = (
  parts: readonly ZoneDefinition[],
  [a = { x: 0, y: 0 }, b = a]: readonly Point[],
): ZoneDefinition | undefined => {
  const middle = { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
  return parts.toSorted(
    (p, q) => gap(toPolygon(p.polygon), middle) - gap(toPolygon(q.polygon), middle),
  )[0];
};

/** Distance from a point to the nearest edge, metres. */
const gap = (polygon: Polygon, point: Point): number =>
  Math.min(...polygon.map((to, index) => distanceToEdge(point, polygon.at(index - 1) ?? to, to)));
