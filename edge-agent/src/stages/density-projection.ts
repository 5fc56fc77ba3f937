import {
  area,
  boundingBox,
  cellBox,
  clipToBox,
  type GroundGrid,
  type Polygon,
  projectPolygon,
} from '@throng/crowd';
import { DENSITY_CELL, type DensityMap, type PictureSize } from '@throng/inference';
import type { Projection } from './calibrate.js';

/**
 * Which share of each density cell's people stands in which ground cell: a sparse matrix, row by
 * row (compressed rows). Entries `starts[i]` to `starts[i + 1]` belong to density cell i.
 */
export interface DensityProjection {
  readonly columns: number;
  readonly rows: number;
  readonly starts: Uint32Array;
  readonly groundCells: Uint32Array;
  readonly shares: Float32Array;
}

/** The ground cells whose boxes meet the box round `quad`, clamped to the grid. */
const cellsUnder = (grid: GroundGrid, quad: Polygon): number[] => {
  const { minX, minY, maxX, maxY } = boundingBox(quad);
  const along = (value: number, origin: number, count: number): number =>
    Math.min(count - 1, Math.max(0, Math.floor((value - origin) / grid.cellSize)));
  const outside =
    maxX <= grid.origin.x ||
    maxY <= grid.origin.y ||
    minX >= grid.origin.x + grid.columns * grid.cellSize ||
    minY >= grid.origin.y + grid.rows * grid.cellSize;
  if (outside) return [];
  const cells: number[] = [];
  for (let row = along(minY, grid.origin.y, grid.rows); row < grid.rows; row += 1) {
    if (grid.origin.y + row * grid.cellSize >= maxY) break;
    for (
      let column = along(minX, grid.origin.x, grid.columns);
      column < grid.columns;
      column += 1
    ) {
      if (grid.origin.x + column * grid.cellSize >= maxX) break;
      cells.push(row * grid.columns + column);
    }
  }
  return cells;
};

/**
 * Made once per camera. A density cell's square in the picture becomes a quadrilateral on the
 * ground under the head plane, by its corners; its people are spread evenly over it:
 *
 *   share(i, c) = owned(c) · area(quad i ∩ ground cell c) / area(quad i)
 *
 * so that mass is preserved: the shares of a quad that lies wholly on owned ground sum to 1.
 *
 * @param owned per ground cell, the share of its area that the camera owns and sees.
 */
export const makeDensityProjection = (
  size: PictureSize,
  { headToGround, lens }: Pick<Projection, 'headToGround' | 'lens'>,
  grid: GroundGrid,
  owned: Float64Array,
): DensityProjection => {
  const columns = Math.ceil(size.width / DENSITY_CELL);
  const rows = Math.ceil(size.height / DENSITY_CELL);
  const starts = new Uint32Array(columns * rows + 1);
  const groundCells: number[] = [];
  const shares: number[] = [];
  for (let index = 0; index < columns * rows; index += 1) {
    const column = index % columns;
    const square = {
      minX: column * DENSITY_CELL,
      maxX: (column + 1) * DENSITY_CELL,
      minY: ((index - column) / columns) * DENSITY_CELL,
      maxY: ((index - column) / columns + 1) * DENSITY_CELL,
    };
    const corners = [
      { x: square.minX, y: square.minY },
      { x: square.maxX, y: square.minY },
      { x: square.maxX, y: square.maxY },
      { x: square.minX, y: square.maxY },
    ].flatMap((corner) => lens.undistort(corner) ?? []);
    const quad = corners.length < 4 ? undefined : projectPolygon(headToGround, corners);
    for (const cell of quad === undefined ? [] : cellsUnder(grid, quad)) {
      const within = quad === undefined ? 0 : area(clipToBox(quad, cellBox(grid, cell)));
      const share = quad === undefined ? 0 : ((owned[cell] ?? 0) * within) / area(quad);
      if (!(share > 0)) continue;
      groundCells.push(cell);
      shares.push(share);
    }
    starts[index + 1] = shares.length;
  }
  return {
    columns,
    rows,
    starts,
    groundCells: Uint32Array.from(groundCells),
    shares: Float32Array.from(shares),
  };
};

/**
 * Persons per ground cell, from persons per density cell: one sparse matrix product.
 *
 * @throws RangeError when the map is not of the size that the projection was made for.
 */
export const projectDensity = (
  map: DensityMap,
  projection: DensityProjection,
  groundCellCount: number,
): Float64Array => {
  if (map.columns !== projection.columns || map.rows !== projection.rows) {
    throw new RangeError(
      `A density map of ${map.columns} × ${map.rows} cells came for a projection of ${projection.columns} × ${projection.rows}.`,
    );
  }
  const ground = new Float64Array(groundCellCount);
  for (let index = 0; index < map.persons.length; index += 1) {
    const persons = map.persons[index] ?? 0;
    if (persons === 0) continue;
    const end = projection.starts[index + 1] ?? 0;
    for (let entry = projection.starts[index] ?? 0; entry < end; entry += 1) {
      const cell = projection.groundCells[entry] ?? 0;
      ground[cell] = (ground[cell] ?? 0) + persons * (projection.shares[entry] ?? 0);
    }
  }
  return ground;
};
