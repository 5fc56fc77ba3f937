import type { CameraView } from './camera-view.js';
import { localDensity } from './local-density.js';

/** Persons per ground cell by each model; absent where the agent runs without that model. */
export interface CellCounts {
  readonly detected: Float64Array | undefined;
  readonly estimated: Float64Array | undefined;
}

export interface FusedCells {
  /** Persons per ground cell. */
  readonly persons: Float64Array;
  /** Per ground cell: how far the density model was trusted, 0 (detector alone) to 1. */
  readonly densityWeight: Float64Array;
}

/** Expected number of people who hide each one, between which the detector hands over. */
const HAND_OVER = { from: 0.25, to: 1 } as const;

/** 0 below `from`, 1 above `to`, 3t² − 2t³ between: no step and no kink. */
export const handOverWeight = (hidden: number): number => {
  const t = (hidden - HAND_OVER.from) / (HAND_OVER.to - HAND_OVER.from);
  const clamped = Math.min(1, Math.max(0, t));
  return clamped * clamped * (3 - 2 * clamped);
};

/**
 * Persons per ground cell from both models: n = (1 − w)·detected + w·estimated.
 *
 * A detector misses people who hide each other, which follows from density and from how flat the
 * camera looks: w rises smoothly with ρ·A, the local density (by whichever model sees more, so that
 * a detector gone blind cannot keep its own count alive) times the cell's occlusion area. Straight
 * from above the hand-over is half done at 1.5 persons/m², the flatter the earlier. Where only one
 * model runs, its count stands alone.
 */
export const fuseCells = ({ detected, estimated }: CellCounts, view: CameraView): FusedCells => {
  const cells = view.ownedArea.length;
  if (detected === undefined || estimated === undefined) {
    return {
      persons: estimated ?? detected ?? new Float64Array(cells),
      densityWeight: new Float64Array(cells).fill(estimated === undefined ? 0 : 1),
    };
  }
  const byDetector = localDensity(detected, view);
  const byDensity = localDensity(estimated, view);
  const densityWeight = byDensity.map((density, cell) =>
    handOverWeight(Math.max(density, byDetector[cell] ?? 0) * (view.occlusion[cell] ?? 0)),
  );
  const persons = densityWeight.map(
    (weight, cell) => (1 - weight) * (detected[cell] ?? 0) + weight * (estimated[cell] ?? 0),
  );
  return { persons, densityWeight };
};
