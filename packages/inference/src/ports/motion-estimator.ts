import type { Result } from '@throng/contract';
import type { Picture } from './picture.js';

/** Side of a block whose motion is told, pixels. */
export const MOTION_BLOCK = 8;

/** What is kept of a picture to see how the next one moves: small, grey, in memory only. */
export interface Afterimage {
  readonly columns: number;
  readonly rows: number;
  readonly grey: Float32Array;
}

/** How far the picture has moved, per block of `MOTION_BLOCK` pixels, row by row from the top left corner. */
export interface MotionField {
  readonly columns: number;
  readonly rows: number;
  /** Pixels to the right since the picture before. */
  readonly dx: Float32Array;
  /** Pixels downwards since the picture before. */
  readonly dy: Float32Array;
  /** 0 (no telling) to 1. */
  readonly confidence: Float32Array;
}

export interface SeenMotion {
  readonly afterimage: Afterimage;
  /** Absent without a picture before of the same size. */
  readonly field: MotionField | undefined;
}

/** Tells how a picture has moved without telling people apart; sound in a crowd of any density. */
export interface MotionEstimator {
  /** Remembers nothing: what it has to know of the picture before comes in with it. */
  estimate(
    picture: Picture,
    before: Afterimage | undefined,
  ): Promise<Result<SeenMotion, 'model-failed'>>;
}
