import type { Picture } from '@throng/inference';

/**
 * One picture from a camera, in memory only. Its buffer is used again for a later frame: whoever
 * takes a frame releases it exactly once, and does not look at `pixels` after that.
 */
export interface Frame extends Picture {
  /** Milliseconds since 1970-01-01T00:00:00Z at which the frame was complete. */
  readonly capturedAt: number;
  release(): void;
}
