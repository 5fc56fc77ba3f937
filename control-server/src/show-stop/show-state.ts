import { type ShowAsk, type ShowStop, toTimestamp } from '@throng/contract';

/** A show that nobody has asked to stop. @param verified whether names are of accounts. */
export const runningShow = (verified: boolean): ShowStop => ({
  verified,
  ask: null,
  stop: null,
  last: null,
});

/** Whether two people have stopped the show. */
export const isStopped = ({ stop }: ShowStop): boolean => stop !== null;

export const hasLapsed = ({ lapsesAt }: ShowAsk, now: number): boolean =>
  Date.parse(lapsesAt) <= now;

/** The state without an ask that nobody confirmed in time (SPEC SS2). @param now epoch ms. */
export const withoutLapsed = (state: ShowStop, now: number): ShowStop => {
  const { ask } = state;
  if (ask === null || !hasLapsed(ask, now)) return state;
  return { ...state, ask: null, last: { how: 'lapsed', by: ask.by, at: toTimestamp(now) } };
};
