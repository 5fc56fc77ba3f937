import type { VenueForecast } from './forecaster.js';
import { OUTLOOKS, TICK_SECONDS } from './horizons.js';

/** Seconds ahead within which a passing is warned of. */
export const WARNS_WITHIN = 300;

/** The outlook that warns: the highest density until then. */
const WARNS = OUTLOOKS.findIndex(
  ({ kind, ticks }) => kind === 'peak' && ticks * TICK_SECONDS === WARNS_WITHIN,
);

/** Expected errors to one standard deviation, and the logistic curve's steepness for it. */
const SPREAD = 1.25;
const STEEPNESS = 1.7;

/** Standard deviation of a count, as a share, by which "now" may pass the limit already. */
const NOW = 0.08;

const logistic = (x: number): number => 1 / (1 + Math.exp(-x));

/**
 * Probability that a zone's density passes `limit` within five minutes, or has:
 * p = logistic(1.7·(ŷ − θ)/(1.25·e)) with ŷ the forecast peak and e its expected error.
 */
export const passProbability = (
  { outlooks, persons }: Pick<VenueForecast, 'persons' | 'outlooks'>,
  zone: number,
  area: number,
  limit: number,
): number => {
  const peak = outlooks[WARNS];
  const ahead =
    peak === undefined
      ? 0
      : logistic(
          (STEEPNESS * ((peak.density[zone] ?? 0) - limit)) / (SPREAD * (peak.error[zone] ?? 1)),
        );
  const now = logistic((STEEPNESS * ((persons[zone] ?? 0) / area - limit)) / (NOW * limit));
  return Math.max(ahead, now);
};

/** When a warning comes and goes, in ticks above and below a probability. */
export const WARNING_RULE = { on: 0.6, onTicks: 3, off: 0.25, offTicks: 6 } as const;

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
