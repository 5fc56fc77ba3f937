import type { Outlook } from './horizons.js';

/** Persons/m² that part calm from filling, full and dense ground: each errs in its own way. */
const CLASSES = [0.5, 1.2, 2.5] as const;

export const CLASS_COUNT = CLASSES.length + 1;

export const classOf = (density: number): number => {
  let place = 0;
  while (place < CLASSES.length && density >= (CLASSES[place] ?? 0)) place += 1;
  return place;
};

/**
 * Expected errors before anything came true, persons/m², by class of density and by how far the
 * outlook reaches (ticks): means over simulated evenings.
 */
const FIRST: readonly { until: number; at: readonly number[]; peak: readonly number[] }[] = [
  { until: 6, at: [0.03, 0.15, 0.17, 0.45], peak: [0.03, 0.12, 0.14, 0.3] },
  { until: 12, at: [0.04, 0.2, 0.23, 0.65], peak: [0.03, 0.14, 0.16, 0.32] },
  { until: 30, at: [0.06, 0.3, 0.33, 0.85], peak: [0.05, 0.2, 0.25, 0.42] },
  { until: 60, at: [0.08, 0.35, 0.42, 0.95], peak: [0.08, 0.2, 0.3, 0.55] },
  { until: Number.POSITIVE_INFINITY, at: [0.09, 0.4, 0.52, 1.1], peak: [0.09, 0.25, 0.35, 0.6] },
];

/** Persons/m² below which no error is expected: counts are whole persons, and cameras err. */
const LEAST_ERROR = 0.05;

/** How much of an error is remembered from one outcome to the next: of a zone, and of a class in any zone. */
const KEEPS = 0.98;
const CLASS_KEEPS = 0.9995;

/** Outcomes in a class by which a zone's own errors count as much as those of all zones. */
const OWN = 40;

/**
 * The error |y − ŷ| to be expected of one outlook, persons/m², by zone and class of density. Ground
 * that has just filled has no errors of its own yet, and those that it made while empty are no
 * measure of what comes: a zone begins with the errors of its class everywhere,
 *
 *   e = 0.05 + (k·e_zone + 40·e_class) / (k + 40),  k its own outcomes in the class, forgotten by and by.
 */
export class ExpectedErrors {
  readonly #classErrors: Float64Array;
  /** Zones × classes. */
  readonly #errors: Float64Array;
  readonly #outcomes: Float64Array;

  constructor(zones: number, { kind, ticks }: Outlook) {
    const first = FIRST.find(({ until }) => ticks <= until);
    this.#classErrors = Float64Array.from(first?.[kind] ?? []);
    this.#errors = new Float64Array(zones * CLASS_COUNT);
    this.#outcomes = new Float64Array(zones * CLASS_COUNT);
  }

  /** @param density that is forecast, persons/m². */
  of(zone: number, density: number): number {
    const place = classOf(density);
    const index = zone * CLASS_COUNT + place;
    const outcomes = this.#outcomes[index] ?? 0;
    const own = outcomes * (this.#errors[index] ?? 0);
    return LEAST_ERROR + (own + OWN * (this.#classErrors[place] ?? 0)) / (outcomes + OWN);
  }

  /** @param forecast that was, persons/m². @param density that came true. */
  learn(zone: number, forecast: number, density: number): void {
    const place = classOf(forecast);
    const index = zone * CLASS_COUNT + place;
    const error = Math.abs(forecast - density);
    const outcomes = KEEPS * (this.#outcomes[index] ?? 0) + 1;
    const before = this.#errors[index] ?? 0;
    const everywhere = this.#classErrors[place] ?? 0;
    this.#outcomes[index] = outcomes;
    this.#errors[index] = before + (error - before) / outcomes;
    this.#classErrors[place] = everywhere + (1 - CLASS_KEEPS) * (error - everywhere);
  }
}
