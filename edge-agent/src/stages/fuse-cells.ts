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

/** Persons/m² between which the detector hands over to the density model; half-way is 1.5. */
const HAND_OVER = { from: 1, to: 2 } as const;

/** 0 below `from`, 1 above `to`, 3t² − 2t³ between: no step and no kink. */
export const handOverWeight = (density: number): number => {
  const t = (density - HAND_OVER.from) / (HAND_OVER.to - HAND_OVER.from);
  const clamped = Math.min(1, Math.max(0, t));
  return clamped * clamped * (3 - 2 * clamped);
};

/**
 * Persons per ground cell from both models: n = (1 − w)·detected + w·estimated.
 *
 * Detectors miss people above about 1.5–2 persons/m², so w rises smoothly from 0 at 1 to 1 at
 * 2 persons/m² of local density, by whichever model sees more: a detector that has gone blind
 * cannot keep its own count alive. Where only one model runs, its count stands alone.
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
    handOverWeight(Math.max(density, byDetector[cell] ?? 0)),
  );
  const persons = densityWeight.map(
    (weight, cell) => (1 - weight) * (detected[cell] ?? 0) + weight * (estimated[cell] ?? 0),
  );
  return { persons, densityWeight };
};
