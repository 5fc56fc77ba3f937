import {
  type DensityGrid,
  type GridState,
  toCellSteps,
  toPolygon,
  type VenueDefinition,
} from '@throng/contract';
import { area, cellCentre, cellCount, containsPoint, gridOver } from '@throng/crowd';

/** Cells along a zone of usual shape: enough for its outline, few enough to be painted while dragging. */
const CELLS_ALONG = 24;
const CELL = { least: 0.5, most: 5 } as const;

/**
 * Grids for a venue of which only zones are known, as in the past and ahead: each zone evenly at its
 * density. The shapes are worked out once.
 */
export const zoneGrids = (venue: VenueDefinition) => {
  const shapes = venue.zones.map(({ id, polygon: ring }) => {
    const polygon = toPolygon(ring);
    const size = Math.sqrt(area(polygon)) / CELLS_ALONG;
    const frame = gridOver(polygon, Math.min(CELL.most, Math.max(CELL.least, size)));
    const inside = Array.from({ length: cellCount(frame) }, (_, index) =>
      containsPoint(polygon, cellCentre(frame, index)),
    );
    return { id, frame, inside };
  });
  /** @param densityOf persons/m² of a zone; null where unknown. */
  return (densityOf: (zone: string) => number | null): Map<string, GridState> =>
    new Map(
      shapes.map(({ id, frame, inside }): [string, GridState] => {
        const density = densityOf(id);
        if (density === null) return [id, { camera: id, grid: null }];
        const steps = toCellSteps(density);
        const grid: DensityGrid = {
          originX: frame.origin.x,
          originY: frame.origin.y,
          cellSize: frame.cellSize,
          columns: frame.columns,
          rows: frame.rows,
          cells: inside.map((isInside) => (isInside ? steps : null)),
        };
        return [id, { camera: id, grid }];
      }),
    );
};
