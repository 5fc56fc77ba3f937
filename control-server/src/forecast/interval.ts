import { CLASS_COUNT, classOf, ExpectedErrors } from './expected-errors.js';
import type { Outlook } from './horizons.js';
import type { OutlookForecast } from './outlook-forecast.js';

/** Shares of outcomes that an interval must hold. */
export const COVERAGES = [0.8, 0.95] as const;

/** Widths of both intervals in expected errors, before anything came true; far ahead errors have longer tails. */
const FIRST_WIDTHS = { near: [1.7, 3.6], far: [2.2, 4.7] } as const;
const FAR_TICKS = 60;

type IntervalForecast = Pick<OutlookForecast, 'half80' | 'half95' | 'error'>;

/** How fast a width follows its misses. */
const LEARNS = 0.006;

/**
 * Half-widths of the forecast intervals of one outlook by adaptive conformal inference (Gibbs &
 * Candès 2021): the score |y − ŷ| over the zone's own expected error e is compared with a width q,
 * kept per class of density, and q ← q·(1 + η·(miss − α)) makes the share of misses come out at α.
 */
export class Intervals {
  /** Classes × coverages. */
  readonly #widths: Float64Array;
  readonly #errors: ExpectedErrors;

  constructor(zones: number, outlook: Outlook) {
    const first = outlook.ticks < FAR_TICKS ? FIRST_WIDTHS.near : FIRST_WIDTHS.far;
    const classes = Array.from({ length: CLASS_COUNT }, () => first);
    this.#widths = Float64Array.from(classes.flat());
    this.#errors = new ExpectedErrors(zones, outlook);
  }

  /** Expected |y − ŷ| of a zone of which `density` is forecast, persons/m². */
  expectedError(zone: number, density: number): number {
    return this.#errors.of(zone, density);
  }

  /** Half-width of an interval, persons/m². @param coverage its place in `COVERAGES`. */
  halfWidth(zone: number, density: number, coverage: number): number {
    const width = this.#widths[classOf(density) * COVERAGES.length + coverage] ?? 0;
    return width * this.#errors.of(zone, density);
  }

  /** Writes what is to be expected of a zone's error into a forecast, of which `density` is told. */
  tell(zone: number, density: number, forecast: IntervalForecast): void {
    const error = this.#errors.of(zone, density);
    const first = classOf(density) * COVERAGES.length;
    forecast.half80[zone] = (this.#widths[first] ?? 0) * error;
    forecast.half95[zone] = (this.#widths[first + 1] ?? 0) * error;
    forecast.error[zone] = error;
  }

  judge(zone: number, forecast: number, density: number): void {
    const score = Math.abs(forecast - density) / this.#errors.of(zone, forecast);
    const first = classOf(forecast) * COVERAGES.length;
    for (let coverage = 0; coverage < COVERAGES.length; coverage += 1) {
      const width = this.#widths[first + coverage] ?? 0;
      const miss = score > width ? 1 : 0;
      const next = width * (1 + LEARNS * (miss - 1 + (COVERAGES[coverage] ?? 0)));
      this.#widths[first + coverage] = Math.max(0.1, next);
    }
    this.#errors.learn(zone, forecast, density);
  }
}
