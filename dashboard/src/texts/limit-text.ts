import type { Aggravation, LimitOrigin } from '@throng/contract';
import { texts } from './index.js';
import { nameOf } from './name-of.js';

const words = texts.limits;

/** "3", or "3, Way out" where the limit is for a phase. */
export const limitText = (limit: number, from?: LimitOrigin): string =>
  words.limit(limit, from?.phase?.name ?? null);

/** Which rule limits come from: "Way out: rule of the venue". */
export const originText = ({ from, phase }: LimitOrigin): string =>
  phase === null ? words.from[from] : words.ofPhase(phase.name, words.from[from]);

/** What raised an alert above the band of its density; empty where nothing did. */
export const raisedText = (
  aggravations: readonly Aggravation[],
  passages: readonly { readonly id: string; readonly name: string }[],
): string => {
  if (aggravations.length === 0) return '';
  const why = aggravations.map((each) => aggravationText(each, passages)).join(words.and);
  const isPressed = aggravations.some(({ kind }) => kind === 'compression');
  return isPressed ? words.pressed(why) : words.oneHigher(why);
};

const aggravationText = (
  aggravation: Aggravation,
  passages: readonly { readonly id: string; readonly name: string }[],
): string => {
  switch (aggravation.kind) {
    case 'stop-and-go':
      return words.stopAndGo(aggravation.share);
    case 'counterflow':
      return words.counterflow(aggravation.index);
    case 'slowed-outflow': {
      const { capacityPerMinute, passage, perMinute, queue } = aggravation;
      return words.slowedOutflow(nameOf(passages, passage), perMinute, capacityPerMinute, queue);
    }
    case 'compression':
      return words.compression(aggravation.pressure, aggravation.meanSpeed);
  }
};
