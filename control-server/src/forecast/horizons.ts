/** Seconds from one look of the forecast to the next; all its rates are per tick. */
export const TICK_SECONDS = 10;

/** How far the forecast looks ahead, seconds. */
export const HORIZONS = [60, 120, 300, 600, 900] as const;

/** Spans over which the highest density is forecast, seconds: whether a limit will be passed. */
export const PEAK_SPANS = [120, 300, 600] as const;

/** One thing that is forecast of a zone: its density at a time, or the highest until then. */
export interface Outlook {
  readonly kind: 'at' | 'peak';
  /** Ticks from now. */
  readonly ticks: number;
}

/** All that is forecast: the horizons first, then the peaks. */
export const OUTLOOKS: readonly Outlook[] = [
  ...HORIZONS.map((seconds) => ({ kind: 'at', ticks: seconds / TICK_SECONDS }) as const),
  ...PEAK_SPANS.map((seconds) => ({ kind: 'peak', ticks: seconds / TICK_SECONDS }) as const),
];

export const LONGEST_TICKS = Math.max(...OUTLOOKS.map(({ ticks }) => ticks));
