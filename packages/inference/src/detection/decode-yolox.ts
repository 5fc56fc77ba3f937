import type { Detection } from '../ports/person-detector.js';
import type { PictureSize } from '../ports/picture.js';

const STRIDES = [8, 16, 32] as const;

/** Position of the class "person" among the model's classes (COCO's order, or the only one). */
const PERSON = 0;

/** Rows of the output for an input: one per cell of each stride's grid. */
export const yoloxRows = ({ width, height }: PictureSize): number =>
  STRIDES.reduce(
    (sum, stride) => sum + Math.floor(width / stride) * Math.floor(height / stride),
    0,
  );

/**
 * People in the raw output of a YOLOX model, in pixels of its input.
 *
 * A row is [cx, cy, w, h, objectness, class scores…] relative to its cell (gx, gy) of stride s:
 * centre = (c + g)·s, size = exp(·)·s, score = objectness · class score (both already in 0…1).
 * Source: Ge et al., YOLOX, arXiv 2107.08430, and its reference `demo_postprocess`.
 *
 * @param output rows × columns values, row by row, strides 8, 16, 32 in this order.
 * @param columns 5 + number of classes.
 */
export const decodeYolox = (
  output: Float32Array,
  columns: number,
  input: PictureSize,
  leastScore: number,
): Detection[] => {
  const people: Detection[] = [];
  let row = 0;
  for (const stride of STRIDES) {
    const across = Math.floor(input.width / stride);
    const down = Math.floor(input.height / stride);
    for (let cell = 0; cell < across * down; cell += 1, row += 1) {
      const [cx = 0, cy = 0, w = 0, h = 0, objectness = 0] = output.subarray(
        row * columns,
        row * columns + 5,
      );
      const score = objectness * (output[row * columns + 5 + PERSON] ?? 0);
      if (!(score >= leastScore)) continue;
      const x = (cx + (cell % across)) * stride;
      const y = (cy + Math.floor(cell / across)) * stride;
      const halfWidth = (Math.exp(w) * stride) / 2;
      const halfHeight = (Math.exp(h) * stride) / 2;
      people.push({
        left: x - halfWidth,
        top: y - halfHeight,
        right: x + halfWidth,
        bottom: y + halfHeight,
        score,
      });
    }
  }
  return people;
};
