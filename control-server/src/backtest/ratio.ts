/** A part of a whole; not a number where there is no whole, for nothing was judged then. */
export const ratio = (part: number, whole: number): number =>
  whole === 0 ? Number.NaN : part / whole;
