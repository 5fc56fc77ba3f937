/** Size of a picture, pixels. */
export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/**
 * One picture from a camera, in memory only. Its buffer is used again for a later frame: whoever
 * takes a frame releases it exactly once, and does not look at `pixels` after that.
 */
export interface Frame extends PictureSize {
  /** Milliseconds since 1970-01-01T00:00:00Z at which the frame was complete. */
  readonly capturedAt: number;
  /** RGB, 8 bits each, row by row from the top left corner: height × width × 3 bytes. */
  readonly pixels: Uint8Array;
  release(): void;
}
