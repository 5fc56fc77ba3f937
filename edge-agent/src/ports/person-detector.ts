import type { Result } from '@throng/contract';
import type { CountError } from '@throng/crowd';
import type { Frame } from './frame.js';

/** One person in a picture: a box from its left top to its right bottom corner, pixels. */
export interface Detection {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  /** Confidence, 0 to 1. */
  readonly score: number;
}

/** Finds people one by one; misses more of them the denser they stand. */
export interface PersonDetector {
  readonly id: string;
  /** How a count by this model errs. */
  readonly error: CountError;
  detect(frame: Frame): Promise<Result<readonly Detection[], 'model-failed'>>;
}
