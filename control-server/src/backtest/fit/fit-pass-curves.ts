import type { SimulatedVenue } from '@throng/simulation';
import { CURVE_KNOTS } from '../../forecast/pass-curves.js';
import { distanceToLimit } from '../../forecast/warning.js';
import type { Rules } from '../../processing/rules.js';
import { formerEvenings } from '../former-evenings.js';
import { passingCases } from '../passing-cases.js';
import { rehearsedProfile, rehearseEvening } from '../rehearse-evening.js';
import { type CurveCases, fitPassCurve } from './fit-pass-curve.js';

/** Log odds at `CURVE_KNOTS`. */
export interface FittedCurves {
  readonly profiled: readonly number[];
  readonly plain: readonly number[];
}

/** Former evenings that the profiled curve is fitted with. */
const REMEMBERED = 3;

/** Cases are counted by so much of a distance. */
const STEP = 0.05;

const rounded = (odds: number): number => Math.round(odds * 100) / 100 + 0;

/**
 * Fits the curves that turn a forecast peak into the probability of passing a limit. Take evenings that the
 * weights were not fitted to: by those it would look surer than it is.
 */
export const fitPassCurves = (
  venues: readonly SimulatedVenue[],
  seeds: readonly number[],
  rules: Rules,
  onEvening: (venue: string) => void,
): FittedCurves => {
  const counts = { profiled: new CaseCounts(), plain: new CaseCounts() };
  for (const simulated of venues) {
    const profile = rehearsedProfile(simulated, formerEvenings(REMEMBERED));
    for (const seed of seeds) {
      for (const each of passingCases(rehearseEvening(simulated, seed, rules, profile))) {
        counts.profiled.add(distanceToLimit(each.forecast, each.zone, each.limit), each.cameTrue);
      }
      for (const each of passingCases(rehearseEvening(simulated, seed, rules, undefined))) {
        counts.plain.add(distanceToLimit(each.forecast, each.zone, each.limit), each.cameTrue);
      }
      onEvening(simulated.venue.id);
    }
  }
  const fit = ({ all }: CaseCounts): number[] => fitPassCurve(all).map(rounded);
  return { profiled: fit(counts.profiled), plain: fit(counts.plain) };
};

/** Cases by distance: a few hundred sums in place of millions of rows. */
class CaseCounts {
  readonly #byStep = new Map<number, { cases: number; cameTrue: number }>();

  add(distance: number, cameTrue: boolean): void {
    const [first, last] = [CURVE_KNOTS[0], CURVE_KNOTS.at(-1) ?? 0];
    const step = Math.round(Math.min(last, Math.max(first, distance)) / STEP);
    const counted = this.#byStep.get(step) ?? { cases: 0, cameTrue: 0 };
    counted.cases += 1;
    if (cameTrue) counted.cameTrue += 1;
    this.#byStep.set(step, counted);
  }

  get all(): CurveCases[] {
    return [...this.#byStep].map(([step, counted]) => ({ distance: step * STEP, ...counted }));
  }
}
