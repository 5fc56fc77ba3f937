import type { BoundingBox, Point, Polygon } from '../geometry/index.js';
import { boundingBox, boxPolygon } from '../geometry/index.js';

/**
 * A grid of square cells on the ground, row-major: cell (c, r) has index r·columns + c.
 *
 * Convention: cell (c, r) covers [origin.x + c·cellSize, + cellSize) × the same in y, so that
 * each point of the ground belongs to one cell.
 */
export interface GroundGrid {
  /** The corner with the smallest x and y, metres. */
  readonly origin: Point;
  /** Length of a cell's side, metres. */
  readonly cellSize: number;
  readonly columns: number;
  readonly rows: number;
}

/** A width that overshoots a whole number of cells by rounding alone needs no further cell. */
const cellsAlong = (length: number, cellSize: number): number =>
  Math.max(1, Math.ceil(length / cellSize - 1e-9));

const isPolygon = (shape: Polygon | BoundingBox): shape is Polygon => Array.isArray(shape);

/**
 * The smallest grid of `cellSize` metres that covers a polygon or box and starts at its lower
 * left corner.
 *
 * @throws RangeError for a cell size that is not positive, or a shape without finite extent.
 */
export const gridOver = (shape: Polygon | BoundingBox, cellSize: number): GroundGrid => {
  const { minX, minY, maxX, maxY } = isPolygon(shape) ? boundingBox(shape) : shape;
  if (!(cellSize > 0 && Number.isFinite(cellSize))) {
    throw new RangeError(`cellSize is ${cellSize}: give a positive length in metres.`);
  }
  if (![maxX - minX, maxY - minY].every((extent) => extent >= 0 && Number.isFinite(extent))) {
    throw new RangeError('The shape to cover has no finite extent: give at least one vertex.');
  }
  const columns = cellsAlong(maxX - minX, cellSize);
  const rows = cellsAlong(maxY - minY, cellSize);
  return { origin: { x: minX, y: minY }, cellSize, columns, rows };
};

/** Number of cells: columns × rows. */
export const cellCount = ({ columns, rows }: GroundGrid): number => columns * rows;

/** The box that cell `index` covers, metres. */
export const cellBox = ({ origin, cellSize, columns }: GroundGrid, index: number): BoundingBox => {
  const column = index % columns;
  const row = (index - column) / columns;
  return {
    minX: origin.x + column * cellSize,
    minY: origin.y + row * cellSize,
    maxX: origin.x + (column + 1) * cellSize,
    maxY: origin.y + (row + 1) * cellSize,
  };
};

/** The cell's four corners, anticlockwise (y up), metres. */
export const cellPolygon = (grid: GroundGrid, index: number): Polygon =>
  boxPolygon(cellBox(grid, index));

/** The middle of cell `index`, metres. */
export const cellCentre = (grid: GroundGrid, index: number): Point => {
  const { minX, minY, maxX, maxY } = cellBox(grid, index);
  return { x: (minX + maxX) / 2, y: (minY + maxY) / 2 };
};

/** Index of the cell that holds `point`; undefined outside the grid. */
export const cellIndexAt = (grid: GroundGrid, { x, y }: Point): number | undefined => {
  const column = Math.floor((x - grid.origin.x) / grid.cellSize);
  const row = Math.floor((y - grid.origin.y) / grid.cellSize);
  const within = column >= 0 && column < grid.columns && row >= 0 && row < grid.rows;
  return within ? row * grid.columns + column : undefined;
};
