import type { AlertBands } from '@throng/crowd';

/** Greatest level, where an emergency begins. */
export const HIGHEST_LEVEL = 4;

/**
 * How far a density (persons/m²) has climbed the alert bands, 0 to 4: 0 for empty ground, 1 where
 * watch begins, 2 at warning, 3 at critical, 4 from emergency on; straight lines between.
 */
export const riskLevel = (density: number, bands: AlertBands): number => {
  const steps = [0, bands.watch, bands.warning, bands.critical, bands.emergency];
  for (let level = 1; level < steps.length; level += 1) {
    const [below = 0, above = 0] = [steps[level - 1], steps[level]];
    if (density < above) return level - 1 + Math.max(0, density - below) / (above - below);
  }
  return HIGHEST_LEVEL;
};
