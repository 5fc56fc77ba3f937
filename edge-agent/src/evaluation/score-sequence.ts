import {
  area,
  cellBox,
  cellCentre,
  cellCount,
  cellCoverage,
  cellIndexAt,
  containsPoint,
  type GroundGrid,
  gridOver,
  type Point,
} from '@throng/crowd';
import type { FrameMeasurement } from '../stages/aggregate-frames.js';
import type { CameraView } from '../stages/camera-view.js';
import { type CountScore, type FrameCount, mean, scoreCounts } from './count-score.js';
import { type DensityClass, scoreByDensity } from './density-classes.js';

/** Side of the ground cells on which density is judged, metres. */
export const SCORE_CELL = 5;

/** A cell of which less than this share is in view is not judged. */
const LEAST_IN_VIEW = 0.5;

export interface SequenceScore extends CountScore {
  readonly density: {
    /** Square metres in view. */
    readonly zoneAreaM2: number;
    /** Mean |estimated − true| persons/m² over the cells of 5 m × 5 m in view and the frames. */
    readonly mae: number;
    readonly cellMetres: number;
    readonly cells: number;
  };
  readonly byDensity: readonly DensityClass[];
}

/** Coarse cells that start on multiples of their side, so that each fine cell lies in one of them. */
const coarseGrid = ({ grid }: CameraView): GroundGrid => {
  const last = cellBox(grid, cellCount(grid) - 1);
  const down = (value: number): number => Math.floor(value / SCORE_CELL + 1e-9) * SCORE_CELL;
  const { x, y } = grid.origin;
  return gridOver({ minX: down(x), minY: down(y), maxX: last.maxX, maxY: last.maxY }, SCORE_CELL);
};

/** Compares measurements with the truth, frame by frame. */
export class SequenceScorer {
  readonly #grid: GroundGrid;
  /** Per coarse cell: square metres in view, 0 where the cell is not judged. */
  readonly #judged: Float64Array;
  /** Per fine cell: the coarse cell it lies in. */
  readonly #coarse: Int32Array;
  readonly #squareMetres: number;
  readonly #counts: FrameCount[] = [];
  readonly #densityErrors: number[] = [];

  constructor(private readonly view: CameraView) {
    this.#squareMetres = area(view.ground);
    this.#grid = coarseGrid(view);
    this.#judged = cellCoverage(this.#grid, view.ground).map((share) =>
      share < LEAST_IN_VIEW ? 0 : share * SCORE_CELL ** 2,
    );
    this.#coarse = Int32Array.from(
      view.ownedArea,
      (_, cell) => cellIndexAt(this.#grid, cellCentre(view.grid, cell)) ?? -1,
    );
  }

  add(measured: FrameMeasurement, people: readonly Point[]): void {
    const inView = people.filter((person) => containsPoint(this.view.ground, person));
    this.#counts.push({
      counted: measured.cells.reduce((sum, persons) => sum + persons, 0),
      sigma: measured.zones[0]?.sigma ?? 0,
      truth: inView.length,
      squareMetres: this.#squareMetres,
    });
    this.#densityErrors.push(this.#meanDensityError(measured.cells, inView));
  }

  /** The frames so far, one by one. */
  get counts(): readonly FrameCount[] {
    return this.#counts;
  }

  score(): SequenceScore {
    return {
      ...scoreCounts(this.#counts),
      density: {
        zoneAreaM2: this.#squareMetres,
        mae: mean(this.#densityErrors),
        cellMetres: SCORE_CELL,
        cells: this.#judged.filter((ground) => ground > 0).length,
      },
      byDensity: scoreByDensity(this.#counts),
    };
  }

  #meanDensityError(cells: Float64Array, people: readonly Point[]): number {
    const excess = new Float64Array(this.#judged.length);
    const add = (cell: number | undefined, persons: number) => {
      if (cell !== undefined && cell >= 0) excess[cell] = (excess[cell] ?? 0) + persons;
    };
    cells.forEach((persons, cell) => {
      add(this.#coarse[cell], persons);
    });
    for (const person of people) add(cellIndexAt(this.#grid, person), -1);
    let [sum, judged] = [0, 0];
    for (const [cell, ground] of this.#judged.entries()) {
      if (ground === 0) continue;
      sum += Math.abs(excess[cell] ?? 0) / ground;
      judged += 1;
    }
    return sum / Math.max(1, judged);
  }
}
