import type { DensityForecast, VenueForecast } from '../forecast/forecaster.js';

/** One tick of a rehearsed evening: what was true, what was counted, what was forecast. */
export interface TickRecord {
  /** Seconds since the doors opened. */
  readonly time: number;
  /** Persons/m² per zone. */
  readonly truth: Float64Array;
  /** By the cameras; not a number where unknown. */
  readonly counted: Float64Array;
  readonly forecast: DensityForecast;
  /** Persons who have truly passed each edge since the doors opened. */
  readonly crossed: Float64Array;
  /** Persons per tick over each edge, as counted over the last minute; not a number where unknown. */
  readonly counted60: Float64Array;
  /** What was foretold of the edges, per horizon. */
  readonly flows: VenueForecast['passages'];
}

export interface EveningRecord {
  readonly seed: number;
  readonly zones: readonly {
    readonly id: string;
    readonly area: number;
    /** Persons/m² from which its warning band begins. */
    readonly limit: number;
  }[];
  readonly ticks: readonly TickRecord[];
}

/** Ticks at the beginning that aren't judged: five minutes, in which there is nothing to learn from. */
export const WARM_UP = 30;

/** A zone is busy when for a twentieth of the evening at least so many stand on a square metre. */
const BUSY = { share: 0.95, density: 0.8 } as const;

export const isBusy = (
  { ticks }: { readonly ticks: readonly Pick<TickRecord, 'truth'>[] },
  zone: number,
): boolean => {
  const densities = ticks.map(({ truth }) => truth[zone] ?? 0).sort((a, b) => a - b);
  return (densities[Math.floor(densities.length * BUSY.share)] ?? 0) >= BUSY.density;
};
