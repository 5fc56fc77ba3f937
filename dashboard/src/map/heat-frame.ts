import type { DensityGrid } from '@throng/contract';
import { type BoundingBox, type GroundGrid, gridOver } from '@throng/crowd';

/** Metres, where no camera has said how fine it measures. */
const DEFAULT_CELL_SIZE = 2;
/** More cells than this cost memory and show nothing more on a screen. */
const CELLS_AT_MOST = 250_000;

/**
 * The raster on which the cameras' grids are joined: as fine as the finest of them, and in step
 * with it, so that its cells are carried over one to one.
 */
export const heatFrame = (extent: BoundingBox, grids: readonly DensityGrid[]): GroundGrid => {
  const finest = grids.reduce<DensityGrid | undefined>(
    (best, grid) => (best === undefined || grid.cellSize < best.cellSize ? grid : best),
    undefined,
  );
  const area = (extent.maxX - extent.minX) * (extent.maxY - extent.minY);
  const cellSize = Math.max(finest?.cellSize ?? DEFAULT_CELL_SIZE, Math.sqrt(area / CELLS_AT_MOST));
  const snapped = (value: number, origin: number) =>
    origin + Math.floor((value - origin) / cellSize) * cellSize;
  const { originX, originY } = finest ?? { originX: extent.minX, originY: extent.minY };
  const { maxX, maxY } = extent;
  return gridOver(
    { minX: snapped(extent.minX, originX), minY: snapped(extent.minY, originY), maxX, maxY },
    cellSize,
  );
};
