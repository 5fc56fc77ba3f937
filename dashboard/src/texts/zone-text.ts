import { fromTimestamp, type ZoneState } from '@throng/contract';
import { trendDirection } from '../state/trend.js';
import { isPartial } from '../state/venue-summary.js';
import { texts } from './index.js';

/** Why a zone is not known, and for how long: "camera silent, last seen 34 s ago". */
export const unknownText = ({ unknownBecause, at }: ZoneState, now: number): string => {
  const because = texts.unknown[unknownBecause ?? 'never-measured'];
  return at === null
    ? because
    : `${because}, ${texts.unknown.since((now - fromTimestamp(at)) / 1_000)}`;
};

/** Persons in a zone: "42", "≥ 42" where part of it is not seen, "?" where nothing is. */
export const personsText = (state: ZoneState): string => {
  if (state.reading === null) return texts.count.unknownValue;
  const persons = texts.count.persons(state.reading.persons);
  return isPartial(state) ? texts.count.atLeast(persons) : persons;
};

/** As `personsText`, with what it rests on: "42 ± 5", "≥ 42 ± 5 (60 % seen)". */
export const personsWithBasis = (state: ZoneState): string => {
  if (state.reading === null) return texts.count.unknownValue;
  const count = `${personsText(state)} ${texts.count.sigma(state.reading.sigma)}`;
  return isPartial(state) ? `${count} (${texts.count.seen(state.coverage)})` : count;
};

export const densityText = ({ reading }: ZoneState): string =>
  reading === null ? texts.count.unknownValue : texts.density(reading.density);

/** "rising 0.4/min"; the trend is in persons/m² per minute. */
export const trendText = (trend: number | null): string => {
  const direction = trendDirection(trend);
  if (trend === null || direction === 'unknown') return texts.trend.unknown;
  return direction === 'steady' ? texts.trend.steady : texts.trend[direction](trend);
};
