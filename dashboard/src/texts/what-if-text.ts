import {
  fromTimestamp,
  type PlanOutcome,
  type TimeToClear,
  type VenueDefinition,
  type WhatIfAnswer,
  type ZoneCapacity,
} from '@throng/contract';
import { texts } from './index.js';
import { nameOf } from './name-of.js';
import { pageTexts } from './pages.js';

/** "Safe capacity 340 (exits bind: Door D5)". */
export const capacityText = (
  { binding, limits, persons: count }: ZoneCapacity,
  { passages }: VenueDefinition,
): string => {
  const words = pageTexts('whatIf');
  if (binding === 'exit-time' && count === 0) return words.noWayOut;
  const named = (limits[0]?.passages ?? []).map((id) => nameOf(passages, id));
  const rule = words.rule[binding];
  return words.capacity(
    count,
    named.length === 0 ? rule : `${rule}${texts.punctuation.colon}${named.join(', ')}`,
  );
};

/** "4 min 10 s, 3 min 20 s to 6 min 00 s"; "not within 30 min". */
export const clearText = (
  { earliest, expected, latest }: TimeToClear,
  minutes: number,
): { readonly expected: string; readonly range: string | null } => {
  const words = pageTexts('whatIf');
  return {
    expected: expected === null ? words.notClear(minutes) : words.clear(expected),
    range: earliest === null ? null : words.between(earliest, latest),
  };
};

export const worstText = ({ worst }: PlanOutcome, { zones }: VenueDefinition): string =>
  pageTexts('whatIf').worst(worst.density, nameOf(zones, worst.zone), worst.seconds);

/** How many have no open way out, and where. */
export const trappedText = (outcome: PlanOutcome, { zones }: VenueDefinition): string => {
  const where = outcome.zones.filter(({ trapped }) => trapped > 0);
  const words = pageTexts('whatIf');
  return where.length === 0
    ? words.none
    : words.trapped(
        outcome.trapped,
        where.map(({ zone }) => nameOf(zones, zone)),
      );
};

/** The zones that pass their warning limit, by name. */
export const overText = (outcome: PlanOutcome, { zones }: VenueDefinition): string => {
  const over = outcome.zones.filter(({ warningSeconds }) => warningSeconds !== null);
  return over.length === 0
    ? pageTexts('whatIf').none
    : over.map(({ zone }) => nameOf(zones, zone)).join(', ');
};

/** When it was computed, from how many, and on how much unknown ground. */
export const adviceTexts = (answer: WhatIfAnswer, { zones }: VenueDefinition): string[] => {
  const words = pageTexts('whatIf');
  const names = answer.assumed.map(({ zone }) => nameOf(zones, zone));
  const count = answer.assumed.reduce((sum, each) => sum + each.persons, 0);
  return [
    words.advice(fromTimestamp(answer.at), answer.persons),
    words.basis,
    names.length === 0 ? words.allSeen : words.assumed(names, count),
  ];
};
