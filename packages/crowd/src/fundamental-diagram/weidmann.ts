/** Free walking speed on the level, m/s. Source: Weidmann 1993. */
export const weidmannFreeSpeed = 1.34;

/** The density at which Weidmann's curve reaches standstill, persons/m². */
export const weidmannJamDensity = 5.4;

/** Weidmann's fitted shape, persons/m². */
const shape = 1.913;

/**
 * Walking speed at a density ρ in persons/m²: v(ρ) = 1.34·(1 − exp(−1.913·(1/ρ − 1/5.4))) m/s,
 * and 0 from 5.4 persons/m² on.
 *
 * The standstill belongs to the fit, not to crowds: reported jam densities run from 3.8 to 10
 * persons/m², so never read "nobody moves" as a test for danger.
 * Source: U. Weidmann, "Transporttechnik der Fussgänger", ETH Zürich, IVT 90, 1993.
 */
export const weidmannSpeed = (density: number): number => {
  if (density <= 0) return weidmannFreeSpeed;
  const exponent = -shape * (1 / density - 1 / weidmannJamDensity);
  return Math.max(0, weidmannFreeSpeed * (1 - Math.exp(exponent)));
};

/**
 * Specific flow J(ρ) = ρ·v(ρ), persons/(s·m), by Weidmann's speed. Its maximum is 1.225 at
 * 1.75 persons/m².
 */
export const weidmannSpecificFlow = (density: number): number =>
  Math.max(0, density) * weidmannSpeed(density);
