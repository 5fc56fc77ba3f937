/** A picture in memory: RGB, 8 bits each, row by row from the top left corner, height × width × 3 bytes. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}
