import type { Alert, LimitPassing, PassageFlow } from '@throng/contract';
import type { Picture } from '../state/picture.js';
import { texts } from './index.js';
import { limitText } from './limit-text.js';
import { nameOf } from './name-of.js';

type ForecastReason = Extract<Alert['reason'], { kind: 'forecast' }>;

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
  const was = texts.reason.forecast.was(
    limitText(passing.limit, passing.limitFrom),
    passing.probability,
  );
  if (state === 'cleared') return was;
  const forecast = forecasts.get(zone);
  const because = forecast?.unknownBecause ?? null;
  if (because !== null)
    return `${texts.reason.forecast.notForeseen(texts.noForecast[because])}. ${was}`;
  const current = forecast?.ahead?.passing ?? passing;
  const now = zones.get(zone)?.reading?.density ?? density;
  return [
    `${passingText(current)}, ${texts.reason.forecast.sure(current.probability)}`,
    texts.reason.forecast.now(now),
    // Who fills the zone now is told by the explanation, where there is one.
    ...(flows.length === 0 || explanation !== undefined ? [] : [flowsText(flows, venue.passages)]),
    ...(clears === undefined
      ? []
      : [texts.reason.forecast.clears(clears.belowProbability, clears.seconds)]),
  ].join(texts.punctuation.clause);
};

const passingText = ({
  limit,
  limitFrom,
  expectedSeconds,
  earliestSeconds,
  latestSeconds,
}: LimitPassing) =>
  texts.reason.forecast.passes(
    limitText(limit, limitFrom),
    expectedSeconds,
    earliestSeconds === null ? '' : texts.reason.forecast.span(earliestSeconds, latestSeconds),
  );

/** "Gate B 96/min in, Door D2 61/min out at 97 % of planned capacity": the fullest is told apart. */
const flowsText = (
  flows: readonly PassageFlow[],
  passages: readonly { id: string; name: string }[],
): string => {
  const fullest = Math.max(...flows.map(({ capacityShare }) => capacityShare));
  return flows
    .map(({ capacityShare, netPerMinute, passage }) => {
      const flow = texts.reason.forecast.flow(nameOf(passages, passage), netPerMinute);
      const isFullest = capacityShare === fullest && capacityShare >= NEARLY_FULL;
      return isFullest ? `${flow}${texts.reason.forecast.atCapacity(capacityShare)}` : flow;
    })
    .join(', ');
};
