import type { DensityForecast } from './forecaster.js';
import { OUTLOOKS, TICK_SECONDS } from './horizons.js';
import { onCurve, PASS_CURVES } from './pass-curves.js';

/** Seconds ahead within which a passing is warned of. */
export const WARNS_WITHIN = 300;

/** The outlook that warns: the highest density until then. */
const WARNS = OUTLOOKS.findIndex(
  ({ kind, ticks }) => kind === 'peak' && ticks * TICK_SECONDS === WARNS_WITHIN,
);

/** Standard deviation of a count, as a share, by which "now" may pass the limit already; a logistic curve of it. */
const NOW = 0.08;
const STEEPNESS = 1.7;

const logistic = (x: number): number => 1 / (1 + Math.exp(-x));

/** How far a zone's forecast peak of the next five minutes is above a limit, in expected errors. @param limit persons/m². */
export const distanceToLimit = (
  { outlooks }: Pick<DensityForecast, 'outlooks'>,
  zone: number,
  limit: number,
): number => {
  const peak = outlooks[WARNS];
  return peak === undefined
    ? Number.NEGATIVE_INFINITY
    : ((peak.density[zone] ?? 0) - limit) / (peak.error[zone] ?? 1);
};

/**
 * Probability that a zone's density passes `limit` for half a minute within five minutes, or has:
 *
 *   p = logistic(c((ŷ − θ)/e)),  ŷ the forecast peak, e its expected error, c one of `PASS_CURVES`
 *
 * Nothing is surer than the ends of the curve: now and then a train comes that no one knew of, and an
 * evening ends early.
 *
 * @param area m². @param limit θ, persons/m².
 */
export const passProbability = (
  forecast: DensityForecast,
  zone: number,
  area: number,
  limit: number,
): number => {
  const { persons, profiled } = forecast;
  const curve = profiled[zone] === 1 ? PASS_CURVES.profiled : PASS_CURVES.plain;
  const ahead = logistic(onCurve(curve, distanceToLimit(forecast, zone, limit)));
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
