import {
  type Alert,
  type Bottleneck,
  type Cause,
  type Explanation,
  fromTimestamp,
  type Remedy,
} from '@throng/contract';
import type { Picture } from '../state/picture.js';
import { texts } from './index.js';
import { nameOf } from './name-of.js';

/** Why a zone fills, in words: one line each, and what staff could do. */
export interface ExplanationText {
  readonly because: readonly string[];
  readonly remedies: readonly string[];
  /** What the reader must know of how far to trust it. */
  readonly caveats: readonly string[];
}

type Venue = Picture['venue'];

const words = texts.explanation;

/** Seconds after which an explanation is told with its age: it is renewed every half minute. */
const RENEWED = 75;

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
  const told = causes.filter((cause) => cause.kind !== 'inflow-exceeds-outflow');
  return {
    because: [
      bottleneck === null
        ? words.bottleneck.none(inPerMinute, outPerMinute)
        : bottleneckText(bottleneck, venue),
      ...(told.length === 0 ? [] : [words.causes(told.map((cause) => causeText(cause, venue)))]),
    ],
    remedies: remedies.map((remedy) => remedyText(remedy, venue)),
    caveats: [
      ...(known < 1 ? [words.known(known, unseen)] : []),
      ...(age > RENEWED ? [words.asOf(age)] : []),
    ],
  };
};

/** What binds, by its name: "Gate B". */
export const bottleneckName = (bottleneck: Bottleneck, venue: Venue): string =>
  bottleneck.kind === 'door'
    ? nameOf(venue.passages, bottleneck.passage)
    : nameOf(venue.zones, bottleneck.zone);

const bottleneckText = (bottleneck: Bottleneck, venue: Venue): string => {
  const { feeders, queue } = bottleneck;
  const fed = feeders.map(({ passage, perMinute }) =>
    words.feeder(nameOf(venue.passages, passage), perMinute),
  );
  return [
    whatBinds(bottleneck, bottleneckName(bottleneck, venue)),
    words.queue(
      queue.persons,
      queue.zones.map((zone) => nameOf(venue.zones, zone)),
    ),
    ...(fed.length === 0 ? [] : [words.fed(fed)]),
  ].join('; ');
};

const whatBinds = (bottleneck: Bottleneck, name: string): string => {
  if (bottleneck.kind === 'packed-zone') return words.bottleneck.packed(name, bottleneck.density);
  const { capacityIs, capacityPerMinute, lostShare, perMinute } = bottleneck;
  if (perMinute === null) return words.bottleneck.unseen(name);
  const capacity = words.capacity[capacityIs](capacityPerMinute);
  return lostShare >= DROPPED
    ? words.bottleneck.dropped(name, perMinute, lostShare, capacity)
    : words.bottleneck.atCapacity(name, perMinute, capacity);
};

/** "Gate B brings 96/min, usually 60 (74 %), without it 20 % likely" */
const causeText = (cause: Cause, venue: Venue): string => {
  const { comparedPerMinute, kind, passage, perMinute, share, undone, zone } = cause;
  const name = passage === null ? nameOf(venue.zones, zone ?? '') : nameOf(venue.passages, passage);
  const what = `${words.cause[kind](name, perMinute, comparedPerMinute)}${words.part(share)}`;
  if (undone === null) return what;
  if (undone.expectedSeconds !== 0) return `${what}, ${words.without(undone.probability)}`;
  return undone.belowSeconds === null
    ? what
    : `${what}, ${words.withoutBelow(undone.belowSeconds)}`;
};

const remedyText = (remedy: Remedy, venue: Venue): string => {
  const { action, cutShare, knockOn, passage, perMinute } = remedy;
  const what = words.action[action](nameOf(venue.passages, passage), cutShare ?? 0, perMinute);
  const then =
    knockOn === null ? '' : words.knockOn(nameOf(venue.zones, knockOn.zone), knockOn.limit);
  return `${what} ${effectText(remedy)}${then}`;
};

const effectText = ({ avoids, outcome, wonSeconds }: Remedy): string => {
  const hasPassed = outcome.expectedSeconds === 0;
  if (avoids) return hasPassed ? words.endsIn(outcome.belowSeconds ?? 0) : words.avoids;
  return hasPassed ? words.endsSooner(wonSeconds ?? 0) : words.wins(wonSeconds ?? 0);
};
