import type { DensityMap, MotionField } from '@throng/inference';
import type { BlockGround } from './block-ground.js';

/** People of one frame by the blocks that show them, and how each block moves over the ground. */
export interface MovingPeople {
  /** Seconds over which the motion was seen. */
  readonly seconds: number;
  /** Per block: persons, by the density model. */
  readonly persons: Float32Array;
  /** Per block: m/s along x and y; not a number where nobody is or the motion is not known. */
  readonly vx: Float32Array;
  readonly vy: Float32Array;
}

/** A block with fewer people than this is ground. */
const LEAST_PERSONS = 1e-3;

/** Confidence below which a block does not tell how it moves. */
const LEAST_CONFIDENCE = 0.4;

/**
 * m/s beyond which a block has been matched wrongly. Nobody in a crowd is so fast, but a camera that
 * skips a frame shows every walker at twice the speed, and who left those out would count too few.
 */
const FASTEST = 5;

/**
 * What moves over the ground is people, not pixels: a block counts by the persons that the density
 * model sees in it, and its displacement in the picture becomes one on the ground under the heads,
 * v = J·(dx, dy)/Δt with J the metres per pixel there.
 *
 * @param seconds between the two pictures.
 */
export const movingPeople = (
  { persons }: DensityMap,
  field: MotionField | undefined,
  ground: BlockGround,
  seconds: number,
): MovingPeople => {
  const vx = new Float32Array(persons.length).fill(Number.NaN);
  const vy = new Float32Array(persons.length).fill(Number.NaN);
  if (field === undefined) return { seconds, persons, vx, vy };
  const { columns, metresPerPixel } = ground;
  for (let block = 0; block < persons.length; block += 1) {
    if (!((persons[block] ?? 0) >= LEAST_PERSONS)) continue;
    // A picture that is no whole number of blocks has no motion in its last strip.
    const column = Math.min(block % columns, field.columns - 1);
    const row = Math.min(Math.floor(block / columns), field.rows - 1);
    const at = row * field.columns + column;
    if (!((field.confidence[at] ?? 0) >= LEAST_CONFIDENCE)) continue;
    const dx = (field.dx[at] ?? 0) / seconds;
    const dy = (field.dy[at] ?? 0) / seconds;
    const x = (metresPerPixel[4 * block] ?? 0) * dx + (metresPerPixel[4 * block + 1] ?? 0) * dy;
    const y = (metresPerPixel[4 * block + 2] ?? 0) * dx + (metresPerPixel[4 * block + 3] ?? 0) * dy;
    if (Math.hypot(x, y) > FASTEST) continue;
    vx[block] = x;
    vy[block] = y;
  }
  return { seconds, persons, vx, vy };
};
