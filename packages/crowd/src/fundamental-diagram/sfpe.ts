/** Speed coefficients k of the SFPE correlation, m/s; stairs by riser × tread in mm. */
export const sfpeSpeedCoefficients = {
  level: 1.4,
  'stairs-190x254': 1,
  'stairs-178x279': 1.08,
  'stairs-165x305': 1.16,
  'stairs-165x330': 1.23,
} as const;

export type SfpeSurface = keyof typeof sfpeSpeedCoefficients;

/** Below this density people choose their own speed, persons/m². */
const freeDensity = 0.54;

/** At this density the correlation reaches standstill, persons/m²: 1/0.266. */
export const sfpeJamDensity = 1 / 0.266;

/**
 * Walking speed at a density ρ in persons/m²: v(ρ) = k·(1 − 0.266ρ) m/s for
 * 0.54 < ρ < 3.76, constant below, 0 above.
 *
 * Source: S. Gwynne, E. Rosenbaum, "Employing the hydraulic model in assessing emergency
 * movement", SFPE Handbook of Fire Protection Engineering.
 */
export const sfpeSpeed = (density: number, surface: SfpeSurface = 'level'): number => {
  const walked = Math.min(Math.max(density, freeDensity), sfpeJamDensity);
  return sfpeSpeedCoefficients[surface] * (1 - walked / sfpeJamDensity);
};

/** Specific flow J(ρ) = ρ·v(ρ), persons/(s·m); its maximum on the level is 1.316 at 1.88/m². */
export const sfpeSpecificFlow = (density: number, surface: SfpeSurface = 'level'): number =>
  Math.max(0, density) * sfpeSpeed(density, surface);
