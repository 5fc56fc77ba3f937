import { shownHeads } from '../hand-over/expected-error.js';
import { DENSITY_ERRORS } from '../hand-over/measured-errors.js';
import type { CameraView } from './camera-view.js';
import { localDensity } from './local-density.js';

/**
 * The expected number of people who hide each one, ρ·A, where it is greatest: local density, with
 * those who do not show, times occlusion area; as the hand-over reckons it. 0 on empty ground.
 *
 * @param persons per ground cell, by one model.
 */
export const expectedHiding = (persons: Float64Array, view: CameraView): number =>
  localDensity(persons, view).reduce((greatest, counted, cell) => {
    const shown = counted * (view.occlusion[cell] ?? 0);
    return Math.max(greatest, shown / shownHeads(shown, DENSITY_ERRORS));
  }, 0);
