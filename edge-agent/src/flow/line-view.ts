import type { Identifier } from '@throng/contract';
import { distance, type Point, type Segment } from '@throng/crowd';
import type { CameraView } from '../stages/camera-view.js';
import { isSeenWhole } from '../tracking/ground-pixel.js';
import { type BlockGround, nearestCell } from './block-ground.js';

/** A line to count on. Who crosses it from its right to its left goes in. */
export interface MeasuredLine {
  readonly passage: Identifier;
  readonly line: Segment;
}

/** How much each block near a piece of a line says of the flow over it: K(d), 1/m. */
export type LinePiece = ReadonlyMap<number, number>;

/** What a camera can see of a line, made once. */
export interface LineView extends MeasuredLine {
  /** Share of the line on which a person is seen from head to foot. */
  readonly seen: number;
  /** Owned ground cells along the line. */
  readonly cells: readonly number[];
  /** Unit vector across the line, to its left. */
  readonly inward: Point;
  /** Pieces of at most 1.5 m: in a dense crowd people on so short a piece go one way. */
  readonly pieces: readonly LinePiece[];
}

/** Metres between the samples along a line. */
const SAMPLE = 0.5;

/** Longest piece of a line, metres. */
const PIECE = 1.5;

/** Half the width of the strip along a line whose people tell the flow over it, metres. */
const STRIP = 1;

const samples = ({ from, to }: Segment): Point[] => {
  const count = Math.max(2, Math.ceil(distance(from, to) / SAMPLE));
  return Array.from({ length: count }, (_, index) => {
    const share = (index + 0.5) / count;
    return { x: from.x + share * (to.x - from.x), y: from.y + share * (to.y - from.y) };
  });
};

/**
 * The blocks within a strip along each piece, weighted by a triangle K(d) = (1 − |d|/b)/b of the
 * distance d from the line: ∫ K = 1, so that Σ persons·v·K over the blocks is the flow
 * J = ∫ ρ·v ds over the line, in persons/s.
 */
const piecesOf = ({ from, to }: Segment, inward: Point, ground: BlockGround): LinePiece[] => {
  const length = distance(from, to);
  const count = Math.max(1, Math.ceil(length / PIECE));
  const pieces = Array.from({ length: count }, () => new Map<number, number>());
  for (const [block, x] of ground.x.entries()) {
    const [dx, dy] = [x - from.x, (ground.y[block] ?? Number.NaN) - from.y];
    const along = (dx * (to.x - from.x) + dy * (to.y - from.y)) / length;
    const off = Math.abs(dx * inward.x + dy * inward.y);
    if (!(off < STRIP && along >= 0 && along < length) || (ground.near[block] ?? -1) < 0) continue;
    pieces[Math.floor((along * count) / length)]?.set(block, (1 - off / STRIP) / STRIP);
  }
  return pieces;
};

/** What the camera sees of a line; undefined where it sees no person on it. */
export const makeLineView = (
  measured: MeasuredLine,
  view: CameraView,
  ground: BlockGround,
): LineView | undefined => {
  const { from, to } = measured.line;
  const length = distance(from, to);
  const inward = { x: (from.y - to.y) / length, y: (to.x - from.x) / length };
  const places = samples(measured.line);
  const seen = places.filter((place) => isSeenWhole(place, view)).length / places.length;
  const cells = [...new Set(places.flatMap((place) => nearestCell(view, place) ?? []))];
  if (seen === 0 || cells.length === 0) return undefined;
  return { ...measured, seen, cells, inward, pieces: piecesOf(measured.line, inward, ground) };
};
