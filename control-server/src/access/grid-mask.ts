import { type DensityGrid, toPolygon, type ZoneDefinition } from '@throng/contract';
import { cellCentre, cellCount, containsPoint, type GroundGrid } from '@throng/crowd';

/** Makes cells unknown that are somebody else's ground. */
export type GridMask = (grid: DensityGrid) => DensityGrid;

const groundOf = ({ originX, originY, cellSize, columns, rows }: DensityGrid): GroundGrid => ({
  origin: { x: originX, y: originY },
  cellSize,
  columns,
  rows,
});

/** Shapes of grids remembered; a camera's grid keeps its shape until it is calibrated anew. */
const MAX_SHAPES = 4_000;

/**
 * A mask that keeps the cells whose centre lies in one of the zones, and makes the others null. Which
 * cells those are is worked out once for each shape of grid.
 */
export const gridMask = (zones: readonly ZoneDefinition[]): GridMask => {
  const polygons = zones.map(({ polygon }) => toPolygon(polygon));
  const known = new Map<string, Uint8Array>();
  const insideOf = (ground: GroundGrid): Uint8Array => {
    const { origin, cellSize, columns, rows } = ground;
    const shape = [origin.x, origin.y, cellSize, columns, rows].join(' ');
    const before = known.get(shape);
    if (before !== undefined) return before;
    const inside = Uint8Array.from({ length: cellCount(ground) }, (_, index) =>
      polygons.some((polygon) => containsPoint(polygon, cellCentre(ground, index))) ? 1 : 0,
    );
    if (known.size >= MAX_SHAPES) known.clear();
    known.set(shape, inside);
    return inside;
  };
  return (grid) => {
    const inside = insideOf(groundOf(grid));
    return { ...grid, cells: grid.cells.map((cell, index) => (inside[index] === 1 ? cell : null)) };
  };
};
