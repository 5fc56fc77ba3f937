import type { Result } from '@throng/contract';

/** A picture in memory: RGB, 8 bits each, row by row, height × width × 3 bytes. */
export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

/** One person: a box from its left top to its right bottom corner, pixels. */
export interface Detection {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  /** Confidence, 0 to 1. */
  readonly score: number;
}

/** Finds people one by one. */
export interface PersonDetector {
  readonly id: string;
  detect(frame: Frame): Promise<Result<readonly Detection[], 'model-failed'>>;
}
