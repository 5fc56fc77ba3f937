/** Size of a picture, pixels. */
export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** A picture in memory: RGB, 8 bits each, row by row from the top left corner, height × width × 3 bytes. */
export interface Picture extends PictureSize {
  readonly pixels: Uint8Array;
}
