import { type PassageDefinition, type PassageState, toSegment } from '@throng/contract';
import { distance, type Point, type Segment } from '@throng/crowd';
import { flowArrows } from './flow-arrow.js';

/** Pixels beside a line or an arrow that still mean it: a fingertip. */
const TOLERANCE = 12;

/** A passage as it lies on the map. */
export interface DrawnPassage {
  readonly passage: PassageDefinition;
  /** The direction of "in", radians clockwise from north. */
  readonly heading: number;
  readonly state: PassageState | undefined;
}

/**
 * The passage that is meant by a place (metres): the nearest whose line or arrow lies within reach;
 * null where none does. @param resolution metres per pixel.
 */
export const passageAt = (
  drawn: Iterable<DrawnPassage>,
  place: Point,
  resolution: number,
): string | null => {
  let nearest: { readonly id: string; readonly away: number } | null = null;
  for (const { heading, passage, state } of drawn) {
    const line = toSegment(passage.line);
    const arrows = flowArrows(line, heading, state?.flow ?? null, resolution).map(
      ({ axis }) => axis,
    );
    const away = Math.min(...[line, ...arrows].map((segment) => awayFrom(segment, place)));
    if (away > TOLERANCE * resolution) continue;
    if (nearest === null || away < nearest.away) nearest = { id: passage.id, away };
  }
  return nearest?.id ?? null;
};

/** Metres from a place to the nearest point of a segment. */
const awayFrom = ({ from, to }: Segment, place: Point): number => {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const squared = dx * dx + dy * dy;
  const along = squared === 0 ? 0 : ((place.x - from.x) * dx + (place.y - from.y) * dy) / squared;
  const share = Math.min(1, Math.max(0, along));
  return distance(place, { x: from.x + share * dx, y: from.y + share * dy });
};
