import {
  type Alert,
  type Bottleneck,
  type Cause,
  type Explanation,
  fromTimestamp,
  type Remedy,
} from '@throng/contract';
import { EXPLANATION_RENEWED } from '../state/bottlenecks.js';
import type { Picture } from '../state/picture.js';
import { texts } from './index.js';
import { nameOf } from './name-of.js';

/** Why a zone fills, in words, the shortest first. */
export interface ExplanationText {
  /** What binds, in one line. */
  readonly bottleneck: string;
  /** What staff could do. */
  readonly remedies: readonly string[];
  /** What the reader must know of how far to trust it. */
  readonly caveats: readonly string[];
  /** What it rests on, for whoever asks. */
  readonly details: readonly string[];
}

type Venue = Picture['venue'];

/** Share of a door's capacity that is missing when it counts as dropped. */
const DROPPED = 0.2;

export const explanationOf = ({ reason, state }: Alert): Explanation | undefined =>
  state === 'active' && (reason.kind === 'density' || reason.kind === 'forecast')
    ? reason.explanation
    : undefined;

export const explanationText = (
  explanation: Explanation,
  { at, venue }: Pick<Picture, 'at' | 'venue'>,
): ExplanationText => {
  const { bottleneck, causes, inPerMinute, known, outPerMinute, remedies } = explanation;
  const age = (at - fromTimestamp(explanation.at)) / 1_000;
  const unseen = [
    ...explanation.unseenZones.map((zone) => nameOf(venue.zones, zone)),
    ...explanation.unseenPassages.map((passage) => nameOf(venue.passages, passage)),
  ];
  return {
    bottleneck:
      bottleneck === null
        ? texts.explanation.bottleneck.none(inPerMinute, outPerMinute)
        : `${whatBinds(bottleneck, venue)}${texts.punctuation.clause}${texts.explanation.before(bottleneck.queue.persons)}`,
    remedies: remedies.map((remedy) => remedyText(remedy, venue)),
    caveats: [
      ...(known < 1 ? [texts.explanation.known(known)] : []),
      ...(age > EXPLANATION_RENEWED ? [texts.explanation.asOf(age)] : []),
    ],
    details: [
      ...causes.map((cause) => causeText(cause, venue)),
      ...(bottleneck === null ? [] : behindText(bottleneck, venue)),
      ...(unseen.length === 0 ? [] : [texts.explanation.unseen(unseen)]),
    ],
  };
};

/** What binds, by its name: "Gate B". */
export const bottleneckName = (bottleneck: Bottleneck, venue: Venue): string =>
  bottleneck.kind === 'door'
    ? nameOf(venue.passages, bottleneck.passage)
    : nameOf(venue.zones, bottleneck.zone);

const whatBinds = (bottleneck: Bottleneck, venue: Venue): string => {
  const name = bottleneckName(bottleneck, venue);
  if (bottleneck.kind === 'packed-zone')
    return texts.explanation.bottleneck.packed(name, bottleneck.density);
  const { capacityPerMinute, lostShare, perMinute } = bottleneck;
  if (perMinute === null) return texts.explanation.bottleneck.unseen(name);
  return lostShare >= DROPPED
    ? texts.explanation.bottleneck.dropped(name, perMinute, capacityPerMinute, lostShare)
    : texts.explanation.bottleneck.atCapacity(name, perMinute);
};

/** How well its capacity is known, where people wait, and who feeds them. */
const behindText = (bottleneck: Bottleneck, venue: Venue): string[] => {
  const { feeders, queue } = bottleneck;
  const fed = feeders.map(({ passage, perMinute }) =>
    texts.explanation.feeder(nameOf(venue.passages, passage), perMinute),
  );
  return [
    ...(bottleneck.kind === 'door'
      ? [texts.explanation.capacity[bottleneck.capacityIs](bottleneck.capacityPerMinute)]
      : []),
    texts.explanation.queue(queue.zones.map((zone) => nameOf(venue.zones, zone))),
    ...(fed.length === 0 ? [] : [texts.explanation.fed(fed)]),
  ];
};

/** "74 %: Gate B brings 96/min, usually 60, without it 20 % likely" */
const causeText = (cause: Cause, venue: Venue): string => {
  const { comparedPerMinute, kind, passage, perMinute, share, undone, zone } = cause;
  const name = passage === null ? nameOf(venue.zones, zone ?? '') : nameOf(venue.passages, passage);
  const what = texts.explanation.part(
    share,
    texts.explanation.cause[kind](name, perMinute, comparedPerMinute),
  );
  if (undone === null) return what;
  if (undone.expectedSeconds !== 0)
    return `${what}, ${texts.explanation.without(undone.probability)}`;
  return undone.belowSeconds === null
    ? what
    : `${what}, ${texts.explanation.withoutBelow(undone.belowSeconds)}`;
};

const remedyText = (remedy: Remedy, venue: Venue): string => {
  const { action, cutShare, knockOn, passage, perMinute } = remedy;
  const what = texts.explanation.action[action](
    nameOf(venue.passages, passage),
    cutShare ?? 0,
    perMinute,
  );
  const then =
    knockOn === null
      ? ''
      : texts.explanation.knockOn(nameOf(venue.zones, knockOn.zone), knockOn.limit);
  return `${what} ${effectText(remedy)}${then}`;
};

const effectText = ({ avoids, outcome, wonSeconds }: Remedy): string => {
  const hasPassed = outcome.expectedSeconds === 0;
  if (avoids)
    return hasPassed
      ? texts.explanation.endsIn(outcome.belowSeconds ?? 0)
      : texts.explanation.avoids;
  return hasPassed
    ? texts.explanation.endsSooner(wonSeconds ?? 0)
    : texts.explanation.wins(wonSeconds ?? 0);
};
