/** A zone's density as it was last seen, and where it is heading. */
export interface DensityTrend {
  /** Milliseconds since 1970-01-01T00:00:00Z of the last look. */
  readonly at: number;
  /** Persons/m², one standard deviation above what was last seen: the uncertain count as denser. */
  readonly upper: number;
  /** Running means of the density, persons/m². */
  readonly fast: number;
  readonly slow: number;
}

/** Time constants of the running means, seconds: long against noise, short against a crowd that gathers. */
const FAST = 3;
const SLOW = 12;

/** Seconds ahead at which a rising density is judged: a minute of warning costs too many false ones. */
const AHEAD = 30;

const towards = (mean: number, value: number, seconds: number, constant: number): number =>
  mean + (value - mean) * -Math.expm1(-seconds / constant);

/** A trend after one more look; times that do not advance change the level only. */
export const observeDensity = (
  before: DensityTrend | undefined,
  at: number,
  density: number,
  sigma: number,
): DensityTrend => {
  const upper = density + sigma;
  if (before === undefined) return { at, upper, fast: density, slow: density };
  const seconds = Math.max(0, at - before.at) / 1_000;
  return {
    at: Math.max(at, before.at),
    upper,
    fast: towards(before.fast, density, seconds, FAST),
    slow: towards(before.slow, density, seconds, SLOW),
  };
};

/**
 * Persons/m² per second. A mean of time constant τ follows a ramp τ seconds late, so two of them lie
 * slope · (slow − fast) apart.
 */
export const slopeOf = ({ fast, slow }: DensityTrend): number => (fast - slow) / (SLOW - FAST);

/** The density to reckon with, persons/m²: ρ + σ + max(0, dρ/dt) · (30 s + time since the last look). */
export const expectedDensity = (trend: DensityTrend, now: number): number => {
  const seconds = AHEAD + Math.max(0, now - trend.at) / 1_000;
  return trend.upper + Math.max(0, slopeOf(trend)) * seconds;
};
