import { HORIZONS, OUTLOOKS } from '../forecast/horizons.js';
import { accuracyOf } from './accuracy.js';
import { type EveningRecord, isBusy, WARM_UP } from './evening-record.js';
import { ratio } from './ratio.js';

/** How good the forecasts of one horizon were, over all busy zones and ticks. */
export interface HorizonScore {
  readonly seconds: number;
  /** Mean absolute errors, persons/m²: of the forecast, and of "as counted now" (persistence). */
  readonly mae: number;
  readonly persistence: number;
  /** 1 − mae / persistence. */
  readonly skill: number;
  /** Shares of outcomes inside the 80 % and 95 % intervals. */
  readonly coverage80: number;
  readonly coverage95: number;
  /** The same where at least 1.2 persons/m² were forecast. */
  readonly denseCoverage80: number;
  readonly denseCoverage95: number;
  readonly forecasts: number;
  readonly denseForecasts: number;
}

/** Persons/m² from which a forecast counts as dense. */
export const DENSE = 1.2;

const nothing = {
  error: 0,
  persistence: 0,
  in80: 0,
  in95: 0,
  dense: 0,
  denseIn80: 0,
  denseIn95: 0,
  count: 0,
};

/** Sums over one evening's forecasts of one horizon. */
export type HorizonTally = Readonly<typeof nothing>;

const tallyHorizon = (record: EveningRecord, outlook: number, busy: readonly boolean[]) => {
  const ticks = OUTLOOKS[outlook]?.ticks ?? 0;
  const sums = { ...nothing };
  for (let at = WARM_UP; at + ticks < record.ticks.length; at += 1) {
    const [now, later] = [record.ticks[at], record.ticks[at + ticks]];
    const said = now?.forecast.outlooks[outlook];
    if (now === undefined || later === undefined || said === undefined) continue;
    for (const zone of record.zones.keys()) {
      const counted = now.counted[zone] ?? Number.NaN;
      if (busy[zone] !== true || Number.isNaN(counted)) continue;
      const truth = later.truth[zone] ?? 0;
      const density = said.density[zone] ?? 0;
      const error = Math.abs(density - truth);
      const in80 = error <= (said.half80[zone] ?? 0) ? 1 : 0;
      const in95 = error <= (said.half95[zone] ?? 0) ? 1 : 0;
      sums.count += 1;
      sums.error += error;
      sums.persistence += Math.abs(counted - truth);
      sums.in80 += in80;
      sums.in95 += in95;
      if (density < DENSE) continue;
      sums.dense += 1;
      sums.denseIn80 += in80;
      sums.denseIn95 += in95;
    }
  }
  return sums;
};

/** One evening's sums, per horizon. */
export const tallyForecast = (record: EveningRecord): HorizonTally[] => {
  const busy = record.zones.map((_, zone) => isBusy(record, zone));
  return HORIZONS.map((_, outlook) => tallyHorizon(record, outlook, busy));
};

/** One score per horizon. @param evenings sums of each evening, per horizon. */
export const scoreForecast = (evenings: readonly (readonly HorizonTally[])[]): HorizonScore[] =>
  HORIZONS.map((seconds, outlook) => {
    const total = (key: keyof HorizonTally): number =>
      evenings.reduce((sum, tallies) => sum + (tallies[outlook]?.[key] ?? 0), 0);
    const dense = total('dense');
    return {
      seconds,
      ...accuracyOf(total),
      denseCoverage80: ratio(total('denseIn80'), dense),
      denseCoverage95: ratio(total('denseIn95'), dense),
      denseForecasts: dense,
    };
  });
