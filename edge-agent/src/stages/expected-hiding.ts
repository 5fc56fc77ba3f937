import type { CameraView } from './camera-view.js';
import { localDensity } from './local-density.js';

/**
 * The expected number of people who hide each one, ρ·A, where it is greatest: local density times
 * occlusion area. 0 on empty ground.
 *
 * @param persons per ground cell.
 */
export const expectedHiding = (persons: Float64Array, view: CameraView): number =>
  localDensity(persons, view).reduce(
    (greatest, density, cell) => Math.max(greatest, density * (view.occlusion[cell] ?? 0)),
    0,
  );
