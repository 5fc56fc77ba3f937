import type { Explanation } from '@throng/contract';

/** Zones whose alerts share one cause. */
export interface Incident {
  /** Names the zone and the second in which it began; fits the 64 characters of an id. */
  readonly id: string;
  /** When its first alert was raised, epoch ms. */
  readonly since: number;
  readonly zones: ReadonlySet<string>;
}

/** The incidents that stand, the oldest first. */
export type IncidentBook = readonly Incident[];

/** A zone that warns or alarms, and its explanation where there is one. */
export interface StandingZone {
  readonly zone: string;
  readonly explanation: Explanation | undefined;
}

/** The same for the same zone and time, live or replayed. @param at epoch ms. */
const incidentId = (zone: string, at: number): string =>
  `incident-${zone}-${Math.floor(at / 1_000).toString(36)}`;

export const incidentOf = (book: IncidentBook, zone: string): string | undefined =>
  book.find(({ zones }) => zones.has(zone))?.id;

/**
 * The book after a look. A zone that stands keeps its incident for as long as it stands; a new one
 * joins the incident that it shares a cause with, else it founds one. Two incidents that turn out to
 * have one cause go on as the older. A zone that has calmed leaves, and with the last one the incident ends.
 *
 * @param at epoch ms.
 */
export const advanceIncidents = (
  before: IncidentBook,
  standing: readonly StandingZone[],
  at: number,
): IncidentBook => {
  const incidents = new Map<string, Incident>();
  for (const incident of before) for (const zone of incident.zones) incidents.set(zone, incident);
  const present = new Map<string, Incident>();
  for (const { zone } of standing) {
    const founded = { id: incidentId(zone, at), since: at, zones: new Set<string>() };
    present.set(zone, incidents.get(zone) ?? founded);
  }
  for (const [one, other] of sameCause(standing)) join(present, one, other);
  return gathered(present);
};

/** Pairs of zones with the same bottleneck, or of which one stands in the queue before the other's. */
function* sameCause(standing: readonly StandingZone[]): Generator<readonly [string, string]> {
  const first = new Map<string, string>();
  for (const { explanation, zone } of standing) {
    const bottleneck = explanation?.bottleneck ?? null;
    if (bottleneck === null) continue;
    const cause = causeOf(bottleneck);
    const other = first.get(cause);
    if (other === undefined) first.set(cause, zone);
    else yield [other, zone];
    for (const queued of bottleneck.queue.zones) yield [zone, queued];
    if (bottleneck.kind === 'packed-zone') yield [zone, bottleneck.zone];
  }
}

type Bottleneck = NonNullable<Explanation['bottleneck']>;

const causeOf = (bottleneck: Bottleneck): string =>
  bottleneck.kind === 'door'
    ? `${bottleneck.passage} from ${bottleneck.from}`
    : `zone ${bottleneck.zone}`;

/** Older first; by id where two began in the same second. */
const byAge = (a: Incident, b: Incident): number =>
  a.since - b.since || (a.id < b.id ? -1 : Number(a.id > b.id));

/** Makes the incidents of two zones that stand one: the older goes on. */
const join = (present: Map<string, Incident>, one: string, other: string): void => {
  const [a, b] = [present.get(one), present.get(other)];
  if (a === undefined || b === undefined || a.id === b.id) return;
  const [older, younger] = byAge(a, b) < 0 ? [a, b] : [b, a];
  for (const [zone, { id }] of present) if (id === younger.id) present.set(zone, older);
};

const gathered = (present: ReadonlyMap<string, Incident>): IncidentBook => {
  const found = new Map<string, { id: string; since: number; zones: Set<string> }>();
  for (const [zone, { id, since }] of present) {
    const known = found.get(id);
    if (known === undefined) found.set(id, { id, since, zones: new Set([zone]) });
    else known.zones.add(zone);
  }
  return [...found.values()].sort(byAge);
};
