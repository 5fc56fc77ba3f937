import { HORIZONS, OUTLOOKS } from '../forecast/horizons.js';
import { type EveningRecord, isBusy, WARM_UP } from './evening-record.js';

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
  /** The same for 80 % where at least 1.2 persons/m² were forecast. */
  readonly denseCoverage80: number;
  readonly forecasts: number;
}

/** Persons/m² from which a forecast counts as dense. */
const DENSE = 1.2;

const ratio = (part: number, whole: number): number => (whole === 0 ? Number.NaN : part / whole);

const scoreHorizon = (records: readonly EveningRecord[], outlook: number): HorizonScore => {
  const ticks = OUTLOOKS[outlook]?.ticks ?? 0;
  const sums = { error: 0, persistence: 0, in80: 0, in95: 0, dense: 0, denseIn80: 0, count: 0 };
  for (const record of records) {
    const busy = record.zones.map((_, zone) => isBusy(record, zone));
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
        const isIn80 = error <= (said.half80[zone] ?? 0);
        sums.count += 1;
        sums.error += error;
        sums.persistence += Math.abs(counted - truth);
        sums.in80 += isIn80 ? 1 : 0;
        sums.in95 += error <= (said.half95[zone] ?? 0) ? 1 : 0;
        if (density < DENSE) continue;
        sums.dense += 1;
        sums.denseIn80 += isIn80 ? 1 : 0;
      }
    }
  }
  return {
    seconds: HORIZONS[outlook] ?? 0,
    mae: ratio(sums.error, sums.count),
    persistence: ratio(sums.persistence, sums.count),
    skill: 1 - ratio(sums.error, sums.persistence),
    coverage80: ratio(sums.in80, sums.count),
    coverage95: ratio(sums.in95, sums.count),
    denseCoverage80: ratio(sums.denseIn80, sums.dense),
    forecasts: sums.count,
  };
};

/** One score per horizon. */
export const scoreForecast = (records: readonly EveningRecord[]): HorizonScore[] =>
  HORIZONS.map((_, outlook) => scoreHorizon(records, outlook));
