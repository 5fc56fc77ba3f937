import type { Point } from '@throng/crowd';
import type { CameraView } from '../stages/camera-view.js';
import type { Track } from '../tracking/track.js';
import { type BlockGround, ownedCell } from './block-ground.js';
import type { MovingPeople } from './moving-people.js';

/** Directions that are told apart: eight sectors of 45°. */
export const HEADINGS = 8;

/** How the people of one frame move, summed per ground cell; sums may be added. */
export interface CellMotion {
  /** Persons whose motion is known. */
  readonly persons: Float64Array;
  /** Σ |v| over them, persons·m/s. */
  readonly speed: Float64Array;
  /** Σ |v|² over them, persons·m²/s². */
  readonly squared: Float64Array;
  /** `HEADINGS` numbers per cell: Σ |v| over those who go that way. */
  readonly headings: Float64Array;
}

/** The people of one frame, told apart or not. */
export interface PeopleSeen {
  /** Confirmed tracks that were seen in this frame. */
  readonly tracks: readonly Track[];
  readonly dense: MovingPeople | undefined;
  /** Per ground cell: how far dense motion is trusted, 0 (tracks alone) to 1. */
  readonly trust: Float64Array;
}

const headingOf = ({ x, y }: Point): number =>
  (Math.round((Math.atan2(y, x) * HEADINGS) / (2 * Math.PI)) + HEADINGS) % HEADINGS;

/** Tracks and dense motion, blended per ground cell as persons are: (1 − w)·tracks + w·dense. */
export const cellMotion = (
  { dense, tracks, trust }: PeopleSeen,
  view: CameraView,
  ground: BlockGround,
): CellMotion => {
  const cells = trust.length;
  const sums = {
    persons: new Float64Array(cells),
    speed: new Float64Array(cells),
    squared: new Float64Array(cells),
    headings: new Float64Array(HEADINGS * cells),
  };
  const add = (cell: number, persons: number, velocity: Point): void => {
    const speed = Math.hypot(velocity.x, velocity.y);
    const heading = HEADINGS * cell + headingOf(velocity);
    sums.persons[cell] = (sums.persons[cell] ?? 0) + persons;
    sums.speed[cell] = (sums.speed[cell] ?? 0) + persons * speed;
    sums.squared[cell] = (sums.squared[cell] ?? 0) + persons * speed * speed;
    sums.headings[heading] = (sums.headings[heading] ?? 0) + persons * speed;
  };
  for (const { place, velocity } of tracks) {
    const cell = ownedCell(view, place);
    if (cell !== undefined) add(cell, 1 - (trust[cell] ?? 0), velocity);
  }
  if (dense === undefined) return sums;
  for (const [block, persons] of dense.persons.entries()) {
    const cell = ground.own[block] ?? -1;
    const [x = Number.NaN, y = Number.NaN] = [dense.vx[block], dense.vy[block]];
    if (cell >= 0 && !Number.isNaN(x)) add(cell, persons * (trust[cell] ?? 0), { x, y });
  }
  return sums;
};
