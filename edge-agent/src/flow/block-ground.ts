import { applyHomography, cellBox, cellIndexAt, type Point } from '@throng/crowd';
import { DENSITY_CELL } from '@throng/inference';
import type { CameraView } from '../stages/camera-view.js';

/**
 * Where the blocks of a picture lie on the ground, made once per camera: a block is a cell of the
 * density map and of the motion field alike, and shows heads, so the head plane tells its ground.
 */
export interface BlockGround {
  readonly columns: number;
  readonly rows: number;
  /** Per block: the ground under its middle, metres; not a number beyond the horizon. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** Per block, four numbers: how the ground moves with the picture, ∂x/∂u, ∂x/∂v, ∂y/∂u, ∂y/∂v, m/px. */
  readonly metresPerPixel: Float64Array;
  /** Per block: the owned ground cell that it lies in, or −1. */
  readonly own: Int32Array;
  /** Per block: the owned ground cell that it lies in, or the nearest within reach, or −1. */
  readonly near: Int32Array;
}

/** Metres from the owned ground within which its nearest cell still speaks for a place. */
const REACH = 2.5;

/** The cell at a place, where the camera owns ground in it. */
export const ownedCell = ({ grid, ownedArea }: CameraView, place: Point): number | undefined => {
  const cell = cellIndexAt(grid, place);
  return cell !== undefined && (ownedArea[cell] ?? 0) > 0 ? cell : undefined;
};

/** The owned cell at a place, or the nearest one within reach; undefined where there is none. */
export const nearestCell = (view: CameraView, place: Point): number | undefined => {
  const { grid } = view;
  const here = ownedCell(view, place);
  if (here !== undefined) return here;
  let best: { cell: number; away: number } | undefined;
  const steps = Math.ceil(REACH / grid.cellSize);
  for (let row = -steps; row <= steps; row += 1) {
    for (let column = -steps; column <= steps; column += 1) {
      const cell = ownedCell(view, {
        x: place.x + column * grid.cellSize,
        y: place.y + row * grid.cellSize,
      });
      if (cell === undefined) continue;
      const { minX, maxX, minY, maxY } = cellBox(grid, cell);
      const away = Math.hypot(
        Math.max(minX - place.x, 0, place.x - maxX),
        Math.max(minY - place.y, 0, place.y - maxY),
      );
      if (away <= REACH && away < (best?.away ?? Number.POSITIVE_INFINITY)) best = { cell, away };
    }
  }
  return best?.cell;
};

export const makeBlockGround = (view: CameraView): BlockGround => {
  const { projection, size } = view;
  const columns = Math.ceil(size.width / DENSITY_CELL);
  const rows = Math.ceil(size.height / DENSITY_CELL);
  const count = columns * rows;
  const ground = {
    x: new Float64Array(count).fill(Number.NaN),
    y: new Float64Array(count).fill(Number.NaN),
    metresPerPixel: new Float64Array(4 * count),
    own: new Int32Array(count).fill(-1),
    near: new Int32Array(count).fill(-1),
  };
  const under = (u: number, v: number): Point | undefined => {
    const straight = projection.lens.undistort({ x: u, y: v });
    return straight && applyHomography(projection.headToGround, straight);
  };
  const half = DENSITY_CELL / 2;
  for (let block = 0; block < count; block += 1) {
    const u = (block % columns) * DENSITY_CELL + half;
    const v = Math.floor(block / columns) * DENSITY_CELL + half;
    const middle = under(u, v);
    const [left, right, up, down] = [
      under(u - half, v),
      under(u + half, v),
      under(u, v - half),
      under(u, v + half),
    ];
    if (!middle || !left || !right || !up || !down) continue;
    ground.x[block] = middle.x;
    ground.y[block] = middle.y;
    ground.metresPerPixel.set(
      [right.x - left.x, down.x - up.x, right.y - left.y, down.y - up.y].map(
        (metres) => metres / DENSITY_CELL,
      ),
      4 * block,
    );
    ground.own[block] = ownedCell(view, middle) ?? -1;
    ground.near[block] = nearestCell(view, middle) ?? -1;
  }
  return { columns, rows, ...ground };
};
