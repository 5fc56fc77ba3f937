import type { Alert, LimitPassing, PassageFlow } from '@throng/contract';
import type { Picture } from '../state/picture.js';
import { texts } from './index.js';
import { limitText } from './limit-text.js';
import { nameOf } from './name-of.js';

type ForecastReason = Extract<Alert['reason'], { kind: 'forecast' }>;

const words = texts.reason.forecast;

/** From here on a passage is told how near it is to what it can carry. */
const NEARLY_FULL = 0.6;

/**
 * A forecast alert in words: what is expected now, and what filled the zone when it was raised.
 * What was expected then, where nothing is foreseen any more.
 */
export const forecastText = (
  { state }: Alert,
  { clears, density, explanation, flows, passing, zone }: ForecastReason,
  { forecasts, venue, zones }: Picture,
): string => {
  const was = words.was(limitText(passing.limit, passing.limitFrom), passing.probability);
  if (state === 'cleared') return was;
  const forecast = forecasts.get(zone);
  const because = forecast?.unknownBecause ?? null;
  if (because !== null) return `${words.notForeseen(texts.noForecast[because])}. ${was}`;
  const current = forecast?.ahead?.passing ?? passing;
  const now = zones.get(zone)?.reading?.density ?? density;
  return [
    `${passingText(current)}, ${words.sure(current.probability)}`,
    words.now(now),
    // Who fills the zone now is told by the explanation, where there is one.
    ...(flows.length === 0 || explanation !== undefined ? [] : [flowsText(flows, venue.passages)]),
    ...(clears === undefined ? [] : [words.clears(clears.belowProbability, clears.seconds)]),
  ].join('; ');
};

const passingText = ({
  limit,
  limitFrom,
  expectedSeconds,
  earliestSeconds,
  latestSeconds,
}: LimitPassing) =>
  words.passes(
    limitText(limit, limitFrom),
    expectedSeconds,
    earliestSeconds === null ? '' : words.span(earliestSeconds, latestSeconds),
  );

/** "Gate B 96/min in, Door D2 61/min out at 97 % of planned capacity": the fullest is told apart. */
const flowsText = (
  flows: readonly PassageFlow[],
  passages: readonly { id: string; name: string }[],
): string => {
  const fullest = Math.max(...flows.map(({ capacityShare }) => capacityShare));
  return flows
    .map(({ capacityShare, netPerMinute, passage }) => {
      const flow = words.flow(nameOf(passages, passage), netPerMinute);
      const isFullest = capacityShare === fullest && capacityShare >= NEARLY_FULL;
      return isFullest ? `${flow}${words.atCapacity(capacityShare)}` : flow;
    })
    .join(', ');
};
