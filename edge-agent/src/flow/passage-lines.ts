import {
  type Identifier,
  LIMITS,
  type PassageDefinition,
  toPolygon,
  toSegment,
  type VenueDefinition,
} from '@throng/contract';
import {
  centroid,
  containsPoint,
  distance,
  orientation,
  type Point,
  type Segment,
} from '@throng/crowd';
import type { MeasuredLine } from './line-view.js';

/** Metres by which a line may lie beyond the border of an area and still be on it. */
const ON_THE_BORDER = 0.2;

const SAMPLES = 16;

const along = ({ from, to }: Segment, share: number): Point => ({
  x: from.x + share * (to.x - from.x),
  y: from.y + share * (to.y - from.y),
});

/** Points beside a point of the line, on both sides of it. */
const beside = (
  line: Segment,
  point: Point,
  metres: number,
): readonly [left: Point, right: Point] => {
  const length = distance(line.from, line.to);
  const [nx, ny] = [(line.from.y - line.to.y) / length, (line.to.x - line.from.x) / length];
  return [
    { x: point.x + nx * metres, y: point.y + ny * metres },
    { x: point.x - nx * metres, y: point.y - ny * metres },
  ];
};

/** Share of the line that lies in an area or on its border. */
const shareWithin = (line: Segment, ring: VenueDefinition['cameras'][number]['area']): number => {
  const area = toPolygon(ring);
  const inside = Array.from({ length: SAMPLES }, (_, index) =>
    along(line, (index + 0.5) / SAMPLES),
  ).filter((point) =>
    [point, ...beside(line, point, ON_THE_BORDER)].some((near) => containsPoint(area, near)),
  );
  return inside.length / SAMPLES;
};

/**
 * The camera that counts on a passage: the one whose area holds most of its line, borders
 * included; of two that hold it alike, the first of the venue. It follows from the venue alone, so
 * that no two boxes count the same people. Undefined where no area holds half of the line.
 */
export const cameraOfPassage = (
  venue: VenueDefinition,
  passage: PassageDefinition,
): Identifier | undefined => {
  const line = toSegment(passage.line);
  let best: { readonly camera: Identifier; readonly share: number } | undefined;
  for (const { area, id } of venue.cameras) {
    const share = shareWithin(line, area);
    if (share >= 0.5 && share > (best?.share ?? 0)) best = { camera: id, share };
  }
  return best?.camera;
};

/** The line turned so that who goes `from` → `to` crosses it from its right to its left. */
const turnedInwards = (venue: VenueDefinition, { from, line, to }: PassageDefinition): Segment => {
  const drawn = toSegment(line);
  const [left, right] = beside(drawn, along(drawn, 0.5), 0.5);
  const zone = (id: Identifier) => {
    const found = venue.zones.find((candidate) => candidate.id === id);
    return found && toPolygon(found.polygon);
  };
  const [source, target] = [zone(from), zone(to)];
  const leads = (there: Point, here: Point): boolean =>
    (target !== undefined && containsPoint(target, there)) ||
    (source !== undefined && containsPoint(source, here));
  const turned = { from: drawn.to, to: drawn.from };
  if (leads(left, right)) return drawn;
  if (leads(right, left)) return turned;
  // The line lies off both zones: what counts is on which side their middles are.
  const side = (polygon: readonly Point[]): number =>
    orientation(drawn.from, drawn.to, centroid(polygon));
  const towards = target ? side(target) : source ? -side(source) : 0;
  return towards >= 0 ? drawn : turned;
};

/** The lines of the passages that a camera counts on; `in` is from → to. */
export const passageLines = (venue: VenueDefinition, camera: Identifier): MeasuredLine[] =>
  venue.passages
    .filter((passage) => cameraOfPassage(venue, passage) === camera)
    .slice(0, LIMITS.passagesPerCamera)
    .map((passage) => ({ passage: passage.id, line: turnedInwards(venue, passage) }));
