import { type HeatRaster, OUTSIDE_ZONES, UNKNOWN } from './heat-raster.js';

const neighbours = [-1, 0, 1].flatMap((row) =>
  [-1, 0, 1].filter((column) => row !== 0 || column !== 0).map((column) => ({ row, column })),
);

/**
 * The raster made ready for smooth upscaling. Each cell that is not measured takes the mean of
 * its measured neighbours, so that a dense crowd along a wall or along the end of the view does
 * not fade out as if it thinned there. Where no neighbour is measured it stays as it was.
 *
 * For colour only: what is unknown is told by `unknownCells`, from the raster as it was.
 */
export const spreadHeat = ({ frame, steps }: HeatRaster): HeatRaster => ({
  frame,
  steps: steps.map((value, index) => {
    if (value >= 0) return value;
    const known = around({ frame, steps }, index).filter((near) => near >= 0);
    return known.length === 0
      ? value
      : Math.round(known.reduce((sum, near) => sum + near, 0) / known.length);
  }),
});

/**
 * Per cell 1 where the ground is unknown, else 0. A cell whose centre lies outside the zones is a
 * sliver along a wall: it goes with its neighbours, and counts as known where any of them is.
 */
export const unknownCells = (raster: HeatRaster): Uint8Array =>
  Uint8Array.from(raster.steps, (value, index) => {
    if (value !== OUTSIDE_ZONES) return value === UNKNOWN ? 1 : 0;
    const near = around(raster, index);
    return near.includes(UNKNOWN) && !near.some((step) => step >= 0) ? 1 : 0;
  });

const around = ({ frame, steps }: HeatRaster, index: number): number[] => {
  const column = index % frame.columns;
  const row = (index - column) / frame.columns;
  return neighbours.flatMap((offset) => {
    const [x, y] = [column + offset.column, row + offset.row];
    const isWithin = x >= 0 && x < frame.columns && y >= 0 && y < frame.rows;
    return isWithin ? [steps[y * frame.columns + x] ?? OUTSIDE_ZONES] : [];
  });
};
