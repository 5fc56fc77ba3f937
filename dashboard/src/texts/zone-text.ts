import { fromTimestamp, type Timestamp, type ZoneState } from '@throng/contract';
import { trendDirection } from '../state/trend.js';
import { isPartial } from '../state/venue-summary.js';
import { texts } from './index.js';

/** Why a zone is not known: "camera silent". */
export const unknownReason = ({ unknownBecause }: ZoneState): string =>
  texts.unknown[unknownBecause ?? 'never-measured'];

/** The same with its age: "camera silent, last seen 34 s ago". */
export const unknownText = (state: ZoneState, now: number): string =>
  state.at === null
    ? unknownReason(state)
    : `${unknownReason(state)}, ${texts.unknown.since(secondsSince(state.at, now))}`;

/** "34 s"; null where the zone was never measured. */
export const unknownAge = ({ at }: ZoneState, now: number): string | null =>
  at === null ? null : texts.time.duration(secondsSince(at, now));

const secondsSince = (at: Timestamp, now: number): number => (now - fromTimestamp(at)) / 1_000;

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
