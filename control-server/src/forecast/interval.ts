import type { Outlook } from './horizons.js';

/** Persons/m² that part calm from filling, full and dense ground: each errs in its own way. */
const CLASSES = [0.5, 1.2, 2.5] as const;

/** Shares of outcomes that an interval must hold. */
export const COVERAGES = [0.8, 0.95] as const;

/**
 * Before anything came true: widths of both intervals in expected errors, and the expected error
 * itself, persons/m², by how far the outlook reaches (ticks).
 */
const FIRST: readonly { until: number; widths: readonly number[]; error: number }[] = [
  { until: 6, widths: [1.7, 3.5], error: 0.15 },
  { until: 12, widths: [1.75, 3.8], error: 0.2 },
  { until: 30, widths: [1.9, 4.5], error: 0.3 },
  { until: 60, widths: [2.3, 6], error: 0.4 },
  { until: Number.POSITIVE_INFINITY, widths: [2.5, 7], error: 0.5 },
];

/** How fast a width follows its misses. */
const LEARNS = 0.01;

/** Persons/m² below which no error is expected: counts are whole persons, and cameras err. */
const LEAST_ERROR = 0.05;

/** Memory of a zone's expected error, in ticks. */
const KEEPS = 0.98;

const classOf = (density: number): number => {
  let place = 0;
  for (const limit of CLASSES) if (density >= limit) place += 1;
  return place;
};

/**
 * Half-widths of the forecast intervals of one outlook by adaptive conformal inference (Gibbs &
 * Candès 2021): the score |y − ŷ| over the zone's own expected error is compared with a width q,
 * kept per class of density, and q ← q·(1 + η·(miss − α)) makes the share of misses come out at α.
 */
export class Intervals {
  /** Classes × coverages. */
  readonly #widths: Float64Array;
  readonly #errors: Float64Array;

  constructor(zones: number, { ticks }: Outlook) {
    const first = FIRST.find(({ until }) => ticks <= until);
    this.#widths = Float64Array.from([0, ...CLASSES].flatMap(() => first?.widths ?? []));
    this.#errors = new Float64Array(zones).fill(first?.error ?? 0);
  }

  /** Expected |y − ŷ| of a zone, persons/m². */
  expectedError(zone: number): number {
    return LEAST_ERROR + (this.#errors[zone] ?? 0);
  }

  /** Half-width of an interval, persons/m². @param coverage its place in `COVERAGES`. */
  halfWidth(zone: number, density: number, coverage: number): number {
    const width = this.#widths[classOf(density) * COVERAGES.length + coverage] ?? 0;
    return width * this.expectedError(zone);
  }

  judge(zone: number, forecast: number, density: number): void {
    const error = Math.abs(forecast - density);
    const score = error / this.expectedError(zone);
    const first = classOf(forecast) * COVERAGES.length;
    for (let coverage = 0; coverage < COVERAGES.length; coverage += 1) {
      const width = this.#widths[first + coverage] ?? 0;
      const miss = score > width ? 1 : 0;
      const next = width * (1 + LEARNS * (miss - 1 + (COVERAGES[coverage] ?? 0)));
      this.#widths[first + coverage] = Math.max(0.1, next);
    }
    this.#errors[zone] = KEEPS * (this.#errors[zone] ?? 0) + (1 - KEEPS) * error;
  }
}
