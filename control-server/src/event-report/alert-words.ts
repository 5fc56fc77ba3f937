import type { Alert, Bottleneck, Explanation, Remedy } from '@throng/contract';
import type { Format } from './format.js';

/** What an alert is about, with names in the place of ids. */
export interface Names {
  readonly zone: (id: string) => string;
  readonly passage: (id: string) => string;
  readonly camera: (id: string) => string;
}

const minutes = (seconds: number): number => Math.round(seconds / 60);

const KINDS: Readonly<Record<string, string>> = {
  raised: 'raised',
  escalated: 'escalated to',
  'de-escalated': 'stepped down to',
  revised: 'revised',
  cleared: 'cleared',
  explained: 'explained',
  unanswered: 'nobody had answered: called out again',
  'help-called': 'help was called',
};

/** Changes that are told without the priority that the alert had then. */
const WITHOUT_PRIORITY: ReadonlySet<string> = new Set([
  ...['cleared', 'revised', 'explained', 'unanswered', 'help-called'],
]);

const isFew = (persons: number, k: number): boolean => persons > 0 && persons < k;

type Counted = (value: number) => string;

const bottleneckWords = (
  bottleneck: Bottleneck | null,
  names: Names,
  count: Counted,
  f: Format,
): string => {
  if (bottleneck === null) return 'no bottleneck seen';
  const { feeders, queue } = bottleneck;
  const through =
    bottleneck.kind === 'packed-zone'
      ? `${names.zone(bottleneck.zone)} was packed (${f.density(bottleneck.density)} persons/m²)`
      : `${names.passage(bottleneck.passage)} let ${bottleneck.perMinute === null ? 'an unseen number' : count(bottleneck.perMinute)} of ${f.whole(bottleneck.capacityPerMinute)}/min through`;
  const fed = feeders.flatMap(({ passage, perMinute }) =>
    perMinute === null ? [] : [`${names.passage(passage)} ${count(perMinute)}/min`],
  );
  return [
    through,
    `${count(queue.persons)} people before it`,
    ...(fed.length === 0 ? [] : [`fed by ${fed.join(', ')}`]),
  ].join(', ');
};

const remedyWords = (
  { action, cutShare, passage, perMinute }: Remedy,
  names: Names,
  count: Counted,
  f: Format,
): string => {
  const name = names.passage(passage);
  switch (action) {
    case 'hold':
      return cutShare === 1
        ? `let nobody in by ${name}`
        : `let ${f.share(cutShare ?? 0)} fewer in by ${name}`;
    case 'restore':
      return `get ${name} back to ${count(perMinute)}/min`;
    case 'open':
      return `open ${name}`;
  }
};

/** Words of the chapter on alerts, in English. */
export const alertWords = (f: Format) => ({
  title: 'Alerts: what was known when',
  nothing: 'No alert was recorded in this time.',
  caption: 'Crowd alerts',
  columns: ['Alert', 'What was known when', 'Stood', 'Who acted'] as const,
  systemCaption: 'Alerts of cameras, agents and the store',
  stood: (seconds: number) => f.duration(seconds),
  standing: 'still stood at the end',
  notRecorded: 'not\u00a0recorded',
  act: (at: number, by: string, kind: string) =>
    `${f.clock(at)} ${by} ${kind.replace('alert-', '')}`,
  more: (count: number) => `${f.whole(count)} more alerts are in the record (/api/v1/alerts).`,
  step: (at: number, kind: string, priority: string) => {
    const word = KINDS[kind] ?? kind;
    const named = WITHOUT_PRIORITY.has(kind) ? word : `${word} ${priority}`;
    return `${f.exactClock(at)} ${named}`;
  },
  calls: (count: number) => (count === 1 ? '' : `, ${count} times in all`),
  together: (zones: readonly string[]) => `one incident with ${zones.join(', ')}`,
  /** @param k counts from 1 to below it are not told. */
  reason: (reason: Alert['reason'], names: Names, k: number): string => {
    switch (reason.kind) {
      case 'density': {
        const seen = `${f.share(reason.coverage)} of the zone seen`;
        const limit = `limit ${f.density(reason.threshold)}`;
        return isFew(reason.persons, k)
          ? `fewer than ${k} people (${limit}), ${seen}`
          : `${f.density(reason.density)} persons/m² (${limit}), ${f.whole(reason.persons)} people, ${seen}`;
      }
      case 'forecast':
        return `${f.percent(reason.passing.probability)} likely to pass ${f.density(reason.passing.limit)} persons/m² within ${minutes(reason.passing.withinSeconds)} min; ${f.density(reason.density)} then`;
      case 'camera-lost':
        return `${reason.because}; ${reason.zones.length === 0 ? 'no zone' : reason.zones.map(names.zone).join(', ')} not fully known`;
      case 'duplicate-edge':
        return 'two agents with one name: neither was believed';
      case 'store-failing':
        return `${reason.code}; ${f.whole(reason.rowsLost)} rows lost`;
    }
  },
  /** Why a zone filled, and what was advised, as it was known then. */
  explained: ({ bottleneck, remedies }: Explanation, names: Names, k: number): string => {
    const count = (value: number): string => (isFew(value, k) ? `fewer than ${k}` : f.whole(value));
    const advice = remedies.filter(({ knockOn }) => knockOn === null);
    return [
      bottleneckWords(bottleneck, names, count, f),
      ...(advice.length === 0
        ? []
        : [`advised: ${advice.map((each) => remedyWords(each, names, count, f)).join('; ')}`]),
    ].join('; ');
  },
  about: (reason: Alert['reason'], names: Names): string => {
    switch (reason.kind) {
      case 'density':
        return `${names.zone(reason.zone)}: density`;
      case 'forecast':
        return `${names.zone(reason.zone)}: warning ahead`;
      case 'camera-lost':
        return `Camera ${names.camera(reason.camera)} away`;
      case 'duplicate-edge':
        return `Agent ${reason.edge} twice`;
      case 'store-failing':
        return 'Store failing';
    }
  },
});
