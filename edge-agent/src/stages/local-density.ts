import type { CameraView } from './camera-view.js';

/** Half the side of the square over which density is local, metres: 3 m × 3 m, about ten m². */
const REACH = 1.5;

/** The ground over which density is local, m². */
export const LOCAL_AREA = (2 * REACH) ** 2;

/** Running sums along one axis: out[i] = Σ values within `reach` steps of i. */
const boxSum = (
  values: Float64Array,
  lines: number,
  length: number,
  step: number,
  lineStep: number,
  reach: number,
): Float64Array => {
  const sums = new Float64Array(values.length);
  for (let line = 0; line < lines; line += 1) {
    const at = (index: number): number => values[line * lineStep + index * step] ?? 0;
    let sum = 0;
    for (let index = 0; index < Math.min(reach, length); index += 1) sum += at(index);
    for (let index = 0; index < length; index += 1) {
      if (index + reach < length) sum += at(index + reach);
      sums[line * lineStep + index * step] = sum;
      if (index - reach >= 0) sum -= at(index - reach);
    }
  }
  return sums;
};

const boxSum2d = (values: Float64Array, { grid }: CameraView, reach: number): Float64Array => {
  const { columns, rows } = grid;
  const across = boxSum(values, rows, columns, 1, columns, reach);
  return boxSum(across, columns, rows, columns, 1, reach);
};

/**
 * Persons/m² round each ground cell: people in the square of about 3 m × 3 m round it, divided
 * by the owned ground in that square. 0 where the camera owns nothing.
 */
export const localDensity = (persons: Float64Array, view: CameraView): Float64Array => {
  const reach = Math.max(0, Math.round(REACH / view.grid.cellSize - 0.5));
  const people = boxSum2d(persons, view, reach);
  const ground = boxSum2d(view.ownedArea, view, reach);
  // Running sums leave rounding noise where there is nothing.
  return people.map((sum, cell) => {
    const square = ground[cell] ?? 0;
    return square > 1e-6 ? Math.max(0, sum) / square : 0;
  });
};
