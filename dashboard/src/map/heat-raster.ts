import type { DensityGrid } from '@throng/contract';
import { cellCount, type GroundGrid } from '@throng/crowd';

/** A cell inside a zone that no camera can judge, and a cell outside every zone. */
export const UNKNOWN = -1;
export const OUTSIDE_ZONES = -2;

/** Density on one raster over the whole venue. */
export interface HeatRaster {
  readonly frame: GroundGrid;
  /** Per cell, row-major: density in steps of `LIMITS.cellDensityStep`, UNKNOWN or OUTSIDE_ZONES. */
  readonly steps: Int16Array;
}

/**
 * Joins the cameras' grids. A raster cell takes the value of the grid cell that holds its centre.
 * Cameras share no ground; where rounding lets two of them speak of one cell, the denser value
 * stands, for the map must not hide the worse one. A null cell never covers a known one.
 *
 * @param inZones one number per cell, not 0 where the cell's centre lies in a zone.
 */
export const mergeGrids = (
  frame: GroundGrid,
  inZones: Uint8Array,
  grids: Iterable<DensityGrid>,
): HeatRaster => {
  const steps = new Int16Array(cellCount(frame));
  for (let index = 0; index < steps.length; index += 1) {
    steps[index] = inZones[index] ? UNKNOWN : OUTSIDE_ZONES;
  }
  for (const grid of grids) layGrid(frame, steps, grid);
  return { frame, steps };
};

const layGrid = (frame: GroundGrid, steps: Int16Array, grid: DensityGrid): void => {
  const columnsOf = centresWithin(frame.origin.x, frame.cellSize, frame.columns, grid.cellSize);
  const rowsOf = centresWithin(frame.origin.y, frame.cellSize, frame.rows, grid.cellSize);
  for (let row = 0; row < grid.rows; row += 1) {
    const [bottom, top] = rowsOf(grid.originY + row * grid.cellSize);
    for (let column = 0; column < grid.columns; column += 1) {
      const value = grid.cells[row * grid.columns + column];
      if (value === null || value === undefined) continue;
      const [left, right] = columnsOf(grid.originX + column * grid.cellSize);
      for (let y = bottom; y < top; y += 1) {
        for (let x = left; x < right; x += 1) {
          const index = y * frame.columns + x;
          steps[index] = Math.max(value, steps[index] ?? UNKNOWN);
        }
      }
    }
  }
};

/** A rounding error must not move a centre that lies exactly on an edge into both or neither cell. */
const ROUNDING = 1e-6;

/** The half-open range of raster cells whose centres lie in [from, from + width). */
const centresWithin =
  (origin: number, cellSize: number, count: number, width: number) =>
  (from: number): readonly [number, number] => {
    const first = (edge: number) =>
      Math.min(count, Math.max(0, Math.ceil((edge - origin) / cellSize - 0.5 - ROUNDING)));
    return [first(from), first(from + width)];
  };
