import type { Transition } from './alert-book.js';

/** Milliseconds over which alarms are counted, and how many begin and end a flood (EEMUA 191, ISA-18.2). */
const SPAN_MS = 600_000;
const FLOOD_BEGINS_ABOVE = 10;
const FLOOD_ENDS_BELOW = 5;

/** How often operators are called: the alarms of the last 10 minutes. */
export interface AlarmRate {
  /** Epoch ms of each, oldest first. */
  readonly times: readonly number[];
  /** More come than people can attend to. */
  readonly isFlood: boolean;
}

export const quietRate: AlarmRate = { times: [], isFlood: false };

/** Transitions that call somebody: new alerts, and those that grew worse. */
const calls = ({ kind }: Transition): boolean => kind === 'raised' || kind === 'escalated';

/** The rate at `now` (epoch ms), after these transitions. */
export const advanceRate = (
  { isFlood, times }: AlarmRate,
  transitions: readonly Transition[],
  now: number,
): AlarmRate => {
  const recent = [...times, ...transitions.filter(calls).map(() => now)].filter(
    (time) => now - time < SPAN_MS,
  );
  const limit = isFlood ? FLOOD_ENDS_BELOW - 1 : FLOOD_BEGINS_ABOVE;
  return { times: recent, isFlood: recent.length > limit };
};
