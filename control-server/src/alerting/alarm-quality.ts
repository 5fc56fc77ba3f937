import type { AlertPriority } from '@throng/contract';

const PERIOD_MS = 600_000;
const HOUR_MS = 3_600_000;

/** More than so many in ten minutes are more than one person can attend to (EEMUA 191). */
const MOST = 10;

/** An alert that was raised or grew worse: somebody is called. */
export interface Call {
  /** Epoch ms. */
  readonly at: number;
  /** That it reached. */
  readonly priority: AlertPriority;
}

/** How a whole evening's alerts treated those who answer them (EEMUA 191, ISA-18.2). */
export interface AlarmQuality {
  /** Calls per hour: about 6 are good, 12 the most. */
  readonly perHour: number;
  /** The most in one of the periods of ten minutes that follow each other from the start. */
  readonly mostInTenMinutes: number;
  /** Share of those periods with more than 10: under 0.01 is good. */
  readonly floodedShare: number;
  /** Share of the calls by the priority reached: about 80 : 15 : 5 is good. Empty without calls. */
  readonly priorities: Readonly<Partial<Record<AlertPriority, number>>>;
}

/** The quality of the calls from `from` to `to`, epoch ms. */
export const alarmQuality = (calls: readonly Call[], from: number, to: number): AlarmQuality => {
  const periods = new Array<number>(Math.max(1, Math.ceil((to - from) / PERIOD_MS))).fill(0);
  for (const { at } of calls) {
    const period = Math.min(periods.length - 1, Math.max(0, Math.floor((at - from) / PERIOD_MS)));
    periods[period] = (periods[period] ?? 0) + 1;
  }
  return {
    perHour: to > from ? (calls.length * HOUR_MS) / (to - from) : 0,
    mostInTenMinutes: Math.max(...periods),
    floodedShare: periods.filter((count) => count > MOST).length / periods.length,
    priorities: sharesOf(calls),
  };
};

const sharesOf = (calls: readonly Call[]): AlarmQuality['priorities'] => {
  const counts = new Map<AlertPriority, number>();
  for (const { priority } of calls) counts.set(priority, (counts.get(priority) ?? 0) + 1);
  return Object.fromEntries(
    [...counts].map(([priority, count]) => [priority, count / calls.length]),
  );
};
