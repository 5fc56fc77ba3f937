/** The size of a glimpse, pixels: too coarse to know anybody by, fine enough to know the place. */
export const GLIMPSE = { width: 96, height: 72 } as const;

/** What the watches are shown of a frame. It lives in memory only, as the frame does. */
export interface Glimpse {
  /** Luma of the whole frame, averaged down to 96 × 72, row by row, 0 to 255. */
  readonly luma: Uint8Array;
  /** The same for two frames whose pixels are the same, bit by bit. */
  readonly digest: string;
}
