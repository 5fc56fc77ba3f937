import type { Coordinates } from '@throng/contract';
import { edges, type Polygon } from '@throng/crowd';
import type { PictureSize } from '@throng/inference';

/** Polygons that nobody may look into, as the settings give them: pixels of the calibration's picture. */
export type Masks = readonly (readonly Coordinates[])[];

/** The masks in pixels of a picture of another size. */
export const scaledMasks = (
  masks: Masks,
  [width, height]: readonly [number, number],
  size: PictureSize,
): Polygon[] =>
  masks.map((mask) =>
    mask.map(([x, y]) => ({ x: (x * size.width) / width, y: (y * size.height) / height })),
  );

type Interval = readonly [from: number, to: number];

/** Heights within a row of pixels at which its crossings are looked at. */
const SCANS = [0.02, 0.25, 0.5, 0.75, 0.98] as const;

const crossings = (mask: Polygon, y: number): number[] =>
  edges(mask)
    .flatMap(({ from, to }) => {
      if (from.y > y === to.y > y) return [];
      return [from.x + ((y - from.y) * (to.x - from.x)) / (to.y - from.y)];
    })
    .toSorted((a, b) => a - b);

/** The stretches of one row that a mask touches, a pixel wider on each side. */
const touched = (mask: Polygon, row: number, width: number): Interval[] =>
  SCANS.flatMap((scan) => {
    const at = crossings(mask, row + scan);
    return at.flatMap((from, index): Interval[] => {
      const to = at[index + 1];
      if (index % 2 === 1 || to === undefined || to < 0 || from > width) return [];
      return [[Math.max(0, Math.floor(from) - 1), Math.min(width, Math.ceil(to) + 1)]];
    });
  });

const joined = (intervals: readonly Interval[]): Interval[] => {
  const sorted = intervals.toSorted(([a], [b]) => a - b);
  const result: Interval[] = [];
  for (const [from, to] of sorted) {
    const last = result.at(-1);
    if (last !== undefined && from <= last[1]) {
      result[result.length - 1] = [last[0], Math.max(last[1], to)];
    } else if (to > from) result.push([from, to]);
  }
  return result;
};

/**
 * Where the bytes of masked pixels lie in an RGB frame of `size`: pairs of first byte and the byte
 * after the last, rising, none touching the next. Made once per camera. It errs on the side of
 * hiding: a pixel that a mask touches is masked, and so is its neighbour, since scaling has mixed
 * them.
 */
export const maskSpans = (
  masks: readonly Polygon[],
  { width, height }: PictureSize,
): Uint32Array => {
  const spans: Interval[] = [];
  for (let row = 0; row < height; row += 1) {
    for (const [from, to] of joined(masks.flatMap((mask) => touched(mask, row, width)))) {
      spans.push([(row * width + from) * 3, (row * width + to) * 3]);
    }
  }
  return Uint32Array.from(joined(spans).flat());
};
