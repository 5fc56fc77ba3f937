import type { DensityForecast } from '../forecast/forecaster.js';
import { type EveningRecord, WARM_UP } from './evening-record.js';
import { PASSED } from './passings.js';

/** A zone at a tick, below its limit: what was forecast, and whether the limit was passed. */
export interface PassingCase {
  readonly forecast: DensityForecast;
  readonly zone: number;
  /** m² */
  readonly area: number;
  /** Persons/m². */
  readonly limit: number;
  readonly cameTrue: boolean;
}

/** Ticks of the outlook that the probability speaks of. */
const AHEAD = 30;

/** Whether the limit is passed, as a passing is understood, at some tick from `first` to `last`. */
const holdsAbove = (
  densities: readonly number[],
  limit: number,
  first: number,
  last: number,
): boolean => {
  let above = 0;
  for (let tick = first; tick <= last; tick += 1) {
    above = (densities[tick] ?? 0) >= limit ? above + 1 : 0;
    if (above >= PASSED.ticks) return true;
  }
  return false;
};

/** Only zones that are below their limit now are asked; above it there is nothing to foretell. */
export const passingCases = function* ({ ticks, zones }: EveningRecord): Generator<PassingCase> {
  for (const [zone, { area, limit }] of zones.entries()) {
    const densities = ticks.map(({ truth }) => truth[zone] ?? 0);
    for (let at = WARM_UP; at + AHEAD < ticks.length; at += 1) {
      const now = ticks[at];
      if (now === undefined || (densities[at] ?? 0) >= limit) continue;
      const cameTrue = holdsAbove(densities, limit, at + 1, at + AHEAD);
      yield { forecast: now.forecast, zone, area, limit, cameTrue };
    }
  }
};
