import { FLOW_TICKS } from '../forecast/flow-means.js';
import { HORIZONS, TICK_SECONDS } from '../forecast/horizons.js';
import { accuracyOf } from './accuracy.js';
import { type EveningRecord, WARM_UP } from './evening-record.js';

/** How good the forecasts of flows were at one horizon, over all busy directions of passages. */
export interface FlowScore {
  readonly seconds: number;
  /** Mean absolute errors, persons per minute: of the forecast, and of "as counted in the last minute". */
  readonly mae: number;
  readonly persistence: number;
  /** 1 − mae / persistence. */
  readonly skill: number;
  readonly coverage80: number;
  readonly coverage95: number;
  readonly forecasts: number;
}

/** A direction is busy when for a twentieth of the evening so many persons a minute pass. */
const BUSY = { share: 0.95, perMinute: 10 } as const;

const nothing = { error: 0, persistence: 0, in80: 0, in95: 0, count: 0 };

/** Sums over one evening's forecasts of flows at one horizon. */
export type FlowTally = Readonly<typeof nothing>;

/** Persons who truly passed an edge in the minute until a tick. */
const minuteOf = ({ ticks }: EveningRecord, at: number, edge: number): number =>
  (ticks[at]?.crossed[edge] ?? 0) - (ticks[at - FLOW_TICKS]?.crossed[edge] ?? 0);

const isBusyEdge = (record: EveningRecord, edge: number): boolean => {
  const flows = record.ticks
    .map((_, at) => (at < FLOW_TICKS ? 0 : minuteOf(record, at, edge)))
    .sort((a, b) => a - b);
  return (flows[Math.floor(flows.length * BUSY.share)] ?? 0) >= BUSY.perMinute;
};

/** One evening's sums, per horizon. */
export const tallyFlows = (record: EveningRecord): FlowTally[] => {
  const edges = record.ticks[0]?.crossed.length ?? 0;
  const busy = Array.from({ length: edges }, (_, edge) => edge).filter((edge) =>
    isBusyEdge(record, edge),
  );
  return HORIZONS.map((seconds, horizon) => {
    const ticks = seconds / TICK_SECONDS;
    const sums = { ...nothing };
    for (let at = WARM_UP; at + ticks < record.ticks.length; at += 1) {
      const said = record.ticks[at]?.flows[horizon];
      const counted = record.ticks[at]?.counted60;
      for (const edge of busy) {
        const last = (counted?.[edge] ?? Number.NaN) * FLOW_TICKS;
        if (said === undefined || Number.isNaN(last)) continue;
        const truth = minuteOf(record, at + ticks, edge);
        const error = Math.abs((said.flow[edge] ?? 0) * FLOW_TICKS - truth);
        sums.count += 1;
        sums.error += error;
        sums.persistence += Math.abs(last - truth);
        sums.in80 += error <= (said.half80[edge] ?? 0) * FLOW_TICKS ? 1 : 0;
        sums.in95 += error <= (said.half95[edge] ?? 0) * FLOW_TICKS ? 1 : 0;
      }
    }
    return sums;
  });
};

/** One score per horizon. @param evenings sums of each evening, per horizon. */
export const scoreFlows = (evenings: readonly (readonly FlowTally[])[]): FlowScore[] =>
  HORIZONS.map((seconds, horizon) => {
    const total = (key: keyof FlowTally): number =>
      evenings.reduce((sum, tallies) => sum + (tallies[horizon]?.[key] ?? 0), 0);
    return { seconds, ...accuracyOf(total) };
  });
