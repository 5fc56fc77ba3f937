import { area, type BoundingBox, clipToBox, type Polygon } from '../geometry/index.js';
import { cellBox, cellCount, type GroundGrid } from './ground-grid.js';

/** Everything between a row's lower and upper side. */
const rowStrip = (grid: GroundGrid, row: number): BoundingBox => ({
  ...cellBox(grid, row * grid.columns),
  minX: grid.origin.x,
  maxX: grid.origin.x + grid.columns * grid.cellSize,
});

/**
 * For each cell the share of its area that lies inside `polygon`: 0 outside, 1 inside, and the
 * exact fraction on the boundary (by clipping, not by sampling).
 *
 * Σ coverage·cellSize² is the polygon's area where the grid covers it. Occupancy of a zone is
 * Σ coverage·persons per cell; its walkable area is Σ coverage·cellSize².
 *
 * @returns one number in 0…1 per cell, row-major.
 */
export const cellCoverage = (grid: GroundGrid, polygon: Polygon): Float64Array => {
  const coverage = new Float64Array(cellCount(grid));
  const cellArea = grid.cellSize ** 2;
  for (let row = 0; row < grid.rows; row += 1) {
    const strip = clipToBox(polygon, rowStrip(grid, row));
    if (strip.length < 3) continue;
    for (let column = 0; column < grid.columns; column += 1) {
      const index = row * grid.columns + column;
      const inside = area(clipToBox(strip, cellBox(grid, index)));
      coverage[index] = Math.min(1, inside / cellArea);
    }
  }
  return coverage;
};
