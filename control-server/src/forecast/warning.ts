import type { DensityForecast } from './forecaster.js';
import { OUTLOOKS, TICK_SECONDS } from './horizons.js';

/** Seconds ahead within which a passing is warned of. */
export const WARNS_WITHIN = 300;

/** The outlook that warns: the highest density until then. */
const WARNS = OUTLOOKS.findIndex(
  ({ kind, ticks }) => kind === 'peak' && ticks * TICK_SECONDS === WARNS_WITHIN,
);

/**
 * How the forecast peak's distance from the limit, in expected errors, becomes a probability: fitted
 * to what came true on simulated evenings. Nothing is surer than the shares: now and then a train
 * comes that no one knew of, and an evening that ends early.
 */
const STEEPNESS = 1.7;
const [LEAST, MOST] = [0.015, 0.955];

/** Standard deviation of a count, as a share, by which "now" may pass the limit already. */
const NOW = 0.08;

const logistic = (x: number): number => 1 / (1 + Math.exp(-x));

/**
 * Probability that a zone's density passes `limit` for half a minute within five minutes, or has:
 *
 *   p = 0.015 + 0.94·logistic(1.7·(ŷ − θ)/e),  ŷ the forecast peak, e its expected error
 *
 * @param area m². @param limit θ, persons/m².
 */
export const passProbability = (
  { outlooks, persons }: DensityForecast,
  zone: number,
  area: number,
  limit: number,
): number => {
  const peak = outlooks[WARNS];
  const distance = ((peak?.density[zone] ?? 0) - limit) / (peak?.error[zone] ?? 1);
  const ahead = peak === undefined ? 0 : LEAST + (MOST - LEAST) * logistic(STEEPNESS * distance);
  const now = logistic((STEEPNESS * ((persons[zone] ?? 0) / area - limit)) / (NOW * limit));
  return Math.max(ahead, now);
};

/** When a warning comes and goes, in ticks above and below a probability. */
export const WARNING_RULE = { on: 0.55, onTicks: 3, off: 0.15, offTicks: 6 } as const;

export interface WarningLatch {
  readonly on: boolean;
  /** Ticks for which the condition to change has held. */
  readonly held: number;
}

export const noWarning: WarningLatch = { on: false, held: 0 };

export const advanceWarning = ({ held, on }: WarningLatch, probability: number): WarningLatch => {
  const asksForChange = on ? probability < WARNING_RULE.off : probability > WARNING_RULE.on;
  if (!asksForChange) return { on, held: 0 };
  const needed = on ? WARNING_RULE.offTicks : WARNING_RULE.onTicks;
  return held + 1 >= needed ? { on: !on, held: 0 } : { on, held: held + 1 };
};
