import { type HeatRaster, OUTSIDE_ZONES, UNKNOWN } from './heat-raster.js';

/**
 * The raster made ready for smooth upscaling. Each cell that is not measured takes the mean of
 * its measured neighbours, so that a dense crowd along a wall or along the end of the view does
 * not fade out as if it thinned there. Where no neighbour is measured it stays as it was.
 *
 * For colour only: what is unknown is told by `unknownCells`, from the raster as it was.
 */
export const spreadHeat = (raster: HeatRaster): HeatRaster => ({
  frame: raster.frame,
  steps: raster.steps.map((value, index) => {
    if (value >= 0) return value;
    const { known, sum } = around(raster, index);
    return known === 0 ? value : Math.round(sum / known);
  }),
});

/**
 * Per cell 1 where the ground is unknown, else 0. A cell whose centre lies outside the zones is a
 * sliver along a wall: it goes with its neighbours, and counts as known where any of them is.
 */
export const unknownCells = (raster: HeatRaster): Uint8Array => {
  const { steps } = raster;
  const cells = new Uint8Array(steps.length);
  for (let cell = 0; cell < steps.length; cell += 1) {
    if (steps[cell] === UNKNOWN) cells[cell] = 1;
    else if (steps[cell] === OUTSIDE_ZONES) {
      const { known, unknown } = around(raster, cell);
      cells[cell] = unknown > 0 && known === 0 ? 1 : 0;
    }
  }
  return cells;
};

/** How many of a cell's eight neighbours are measured, with the sum of their steps, or unknown. */
const around = ({ frame: { columns, rows }, steps }: HeatRaster, index: number) => {
  const column = index % columns;
  const row = (index - column) / columns;
  let [known, sum, unknown] = [0, 0, 0];
  for (let y = Math.max(0, row - 1); y <= Math.min(rows - 1, row + 1); y += 1) {
    for (let x = Math.max(0, column - 1); x <= Math.min(columns - 1, column + 1); x += 1) {
      const step = y === row && x === column ? OUTSIDE_ZONES : (steps[y * columns + x] ?? 0);
      if (step >= 0) [known, sum] = [known + 1, sum + step];
      else if (step === UNKNOWN) unknown += 1;
    }
  }
  return { known, sum, unknown };
};
