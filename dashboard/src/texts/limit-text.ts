import type { Aggravation, LimitOrigin } from '@throng/contract';
import { texts } from './index.js';
import { nameOf } from './name-of.js';

/** "3", or "3, Way out" where the limit is for a phase. */
export const limitText = (limit: number, from?: LimitOrigin): string =>
  texts.limits.limit(limit, from?.phase?.name ?? null);

/** Which rule limits come from: "Way out: rule of the venue". */
export const originText = ({ from, phase }: LimitOrigin): string =>
  phase === null
    ? texts.limits.from[from]
    : texts.limits.ofPhase(phase.name, texts.limits.from[from]);

/** What raised an alert above the band of its density; empty where nothing did. */
export const raisedText = (
  aggravations: readonly Aggravation[],
  passages: readonly { readonly id: string; readonly name: string }[],
): string => {
  if (aggravations.length === 0) return '';
  const why = aggravations.map((each) => aggravationText(each, passages)).join(texts.limits.and);
  const isPressed = aggravations.some(({ kind }) => kind === 'compression');
  return isPressed ? texts.limits.pressed(why) : texts.limits.oneHigher(why);
};

const aggravationText = (
  aggravation: Aggravation,
  passages: readonly { readonly id: string; readonly name: string }[],
): string => {
  switch (aggravation.kind) {
    case 'stop-and-go':
      return texts.limits.stopAndGo(aggravation.share);
    case 'counterflow':
      return texts.limits.counterflow(aggravation.index);
    case 'slowed-outflow': {
      const { capacityPerMinute, passage, perMinute, queue } = aggravation;
      return texts.limits.slowedOutflow(
        nameOf(passages, passage),
        perMinute,
        capacityPerMinute,
        queue,
      );
    }
    case 'compression':
      return texts.limits.compression(aggravation.pressure, aggravation.meanSpeed);
  }
};
