import type { PictureSize } from '@throng/inference';
import { COLUMNS, ROWS } from './view-signature.js';

/** Share of a cell by which a mask's edge still reaches into its neighbour. */
const MARGIN = 0.5;

/**
 * The cells of a signature that a mask touches, from the spans of `maskSpans`: a mask stays where it is
 * when the camera turns, so that its edges must not speak for the place.
 */
export const maskedCells = (spans: Uint32Array, { width, height }: PictureSize): Set<number> => {
  const cells = new Set<number>();
  const along = (value: number, side: number, count: number): number =>
    Math.min(count - 1, Math.max(0, Math.floor((value * count) / side)));
  const [marginX, marginY] = [(MARGIN * width) / COLUMNS, (MARGIN * height) / ROWS];
  const mark = (row: number, from: number, to: number): void => {
    for (const y of [row - marginY, row, row + marginY]) {
      const first = along(from - marginX, width, COLUMNS);
      const last = along(to + marginX, width, COLUMNS);
      for (let column = first; column <= last; column += 1) {
        cells.add(along(y, height, ROWS) * COLUMNS + column);
      }
    }
  };
  for (let at = 0; at < spans.length; at += 2) {
    const [first, end] = [(spans[at] ?? 0) / 3, (spans[at + 1] ?? 0) / 3];
    const [top, bottom] = [Math.floor(first / width), Math.floor((end - 1) / width)];
    for (let row = top; row <= bottom; row += 1) {
      mark(row, row === top ? first % width : 0, row === bottom ? ((end - 1) % width) + 1 : width);
    }
  }
  return cells;
};
