import type { Result } from '@throng/contract';
import type { CountError } from '@throng/crowd';
import type { Box } from '../detection/box.js';
import type { Picture } from './picture.js';

/** One person in a picture. */
export interface Detection extends Box {
  /** Confidence, 0 to 1. */
  readonly score: number;
}

/** Finds people one by one; misses more of them the denser they stand. */
export interface PersonDetector {
  readonly id: string;
  /** How a count by this model errs. */
  readonly error: CountError;
  detect(picture: Picture): Promise<Result<readonly Detection[], 'model-failed'>>;
}
