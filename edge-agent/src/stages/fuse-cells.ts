import type { CountError } from '@throng/crowd';
import { ASSUMED_ERROR } from '@throng/inference';
import {
  densityError,
  detectorError,
  type ExpectedError,
  expectedSquare,
  shownHeads,
} from '../hand-over/expected-error.js';
import { DENSITY_ERRORS, DETECTOR_ERRORS, HAND_OVER } from '../hand-over/measured-errors.js';
import type { CameraView } from './camera-view.js';
import { LOCAL_AREA, localDensity } from './local-density.js';

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
  /** Per ground cell: standard deviation of the error that its people share with all others, persons. */
  readonly shared: Float64Array;
  /** Per ground cell: variance of the error that is its own, persons². */
  readonly own: Float64Array;
}

/** 0 below `from`, 1 above `to`, 3t² − 2t³ between: no step and no kink. */
export const handOverShare = (hiding: number): number => {
  const t = (hiding - HAND_OVER.from) / (HAND_OVER.to - HAND_OVER.from);
  const clamped = Math.min(1, Math.max(0, t));
  return clamped * clamped * (3 - 2 * clamped);
};

/** Weight of the density model where both ran: V_detector / (V_detector + V_density). */
const weightOf = (detector: ExpectedError, density: ExpectedError, persons: number): number => {
  const byDetector = expectedSquare(detector, persons, LOCAL_AREA);
  return byDetector / (byDetector + expectedSquare(density, persons, LOCAL_AREA));
};

/**
 * Persons per ground cell from both models: n = (1 − w)·detected + w·estimated/shown, where `shown`
 * is the share of heads that others do not hide, and w makes the expected squared error least: w = V_detector / (V_detector + V_density), each model's variance
 * expected for the people on the ten square metres round the cell (`measured-errors`). How many
 * they are is said by whichever model sees more, so that a detector gone blind cannot keep its own
 * count alive. Where only one model runs, its count stands alone.
 *
 * @param stated the density model's error by its own entry.
 */
export const fuseCells = (
  { detected, estimated }: CellCounts,
  view: CameraView,
  stated: CountError = ASSUMED_ERROR,
): FusedCells => {
  const cells = view.ownedArea.length;
  const nobody = new Float64Array(cells);
  const byDetector = localDensity(detected ?? nobody, view);
  const byDensity = localDensity(estimated ?? nobody, view);
  const scale = DETECTOR_ERRORS.side / Math.max(view.size.width, view.size.height);
  const fused = {
    persons: new Float64Array(cells),
    densityWeight: new Float64Array(cells),
    shared: new Float64Array(cells),
    own: new Float64Array(cells),
  };
  for (let cell = 0; cell < cells; cell += 1) {
    const occlusion = view.occlusion[cell] ?? 0;
    const counted = Math.max(byDetector[cell] ?? 0, byDensity[cell] ?? 0);
    // Those who do not show hide others too.
    const density = counted / shownHeads(counted * occlusion, DENSITY_ERRORS);
    const hiding = density * occlusion;
    const place = { hiding, pixels: view.personHeight[cell] ?? 0 };
    const a = detectorError(place, scale, DETECTOR_ERRORS);
    const b = densityError(place, stated.relative, DENSITY_ERRORS);
    const both = detected !== undefined && estimated !== undefined;
    const alone = estimated === undefined ? 0 : 1;
    const w = both ? handOverShare(hiding) * weightOf(a, b, density * LOCAL_AREA) : alone;
    const byHeads = (estimated?.[cell] ?? 0) / b.shown;
    const persons = (1 - w) * (detected?.[cell] ?? 0) + w * byHeads;
    const ground = view.ownedArea[cell] ?? 0;
    const variance = (part: 'perPerson' | 'perSquareMetre'): number =>
      (1 - w) ** 2 * a[part] + w ** 2 * b[part];
    fused.persons[cell] = persons;
    fused.densityWeight[cell] = w;
    fused.shared[cell] = persons * Math.hypot((1 - w) * a.relative, w * b.relative);
    fused.own[cell] = persons * variance('perPerson') + ground * variance('perSquareMetre');
  }
  return fused;
};
