import Type from 'typebox';
import { LIMITS } from '../limits.js';

const Coordinate = Type.Number({ minimum: -100_000, maximum: 100_000 });

/**
 * Density on the ground as one camera sees it, row by row from the origin corner (lowest x and y).
 * A cell is in units of `LIMITS.cellDensityStep` persons/m²; null is a cell the camera cannot judge.
 */
export const DensityGrid = Type.Object(
  {
    originX: Coordinate,
    originY: Coordinate,
    cellSize: Type.Number(LIMITS.cellSize),
    columns: Type.Integer({ minimum: 1, maximum: LIMITS.cellsPerWindow }),
    rows: Type.Integer({ minimum: 1, maximum: LIMITS.cellsPerWindow }),
    cells: Type.Array(Type.Union([Type.Integer(LIMITS.cellSteps), Type.Null()]), {
      minItems: 1,
      maxItems: LIMITS.cellsPerWindow,
    }),
  },
  { additionalProperties: false },
);
export type DensityGrid = Type.Static<typeof DensityGrid>;
