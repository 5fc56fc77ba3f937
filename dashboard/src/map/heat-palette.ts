import { fromCellSteps, LIMITS } from '@throng/contract';
import { densityColour } from '@throng/crowd';

/** The densest cell the contract can carry, in steps. */
const STEPS = LIMITS.cellSteps.maximum;
/** Persons/m² at which the heat has its full strength. */
const OPAQUE_FROM = 2;
const FULL_STRENGTH = 0.92;

/** Strength (0…1) of the heat at a density: nothing where nobody is, then quickly more. */
export const heatAlpha = (density: number): number =>
  FULL_STRENGTH * Math.min(1, density / OPAQUE_FROM) ** 0.75;

/** Red, green, blue, alpha (0…255) for each density step: one look-up per cell, no arithmetic. */
export const heatPalette: Uint8ClampedArray = Uint8ClampedArray.from(
  Array.from({ length: STEPS + 1 }, (_, steps) => {
    const density = fromCellSteps(steps);
    const { r, g, b } = densityColour(density);
    return [r, g, b, Math.round(heatAlpha(density) * 255)];
  }).flat(),
);
