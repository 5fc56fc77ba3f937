import type { Explanation } from '@throng/contract';

/** What the alerts of zones with one cause belong to. */
export interface Incident {
  /** Names the zone and the second in which it began; fits the 64 characters of an id. */
  readonly id: string;
  /** Epoch ms. */
  readonly since: number;
}

/** The incident of each zone that warns or alarms. */
export type IncidentBook = ReadonlyMap<string, Incident>;

export const noIncidents: IncidentBook = new Map();

/** A zone that warns or alarms, and its explanation where there is one. */
export interface StandingZone {
  readonly zone: string;
  readonly explanation: Explanation | undefined;
}

/** The same for the same zone and time, live or replayed. @param at epoch ms. */
const incidentId = (zone: string, at: number): string =>
  `incident-${zone}-${Math.floor(at / 1_000).toString(36)}`;

/**
 * The book after a look. A zone that stands keeps its incident for as long as it stands; a new one
 * joins the incident that it shares a cause with, else it founds one. Two incidents that turn out to
 * have one cause go on as the older. A zone that has calmed leaves, and with the last one the incident ends.
 * Of a zone that was not explained yet no cause is known: it belongs to none.
 *
 * @param at epoch ms.
 */
export const advanceIncidents = (
  before: IncidentBook,
  standing: readonly StandingZone[],
  at: number,
): IncidentBook => {
  const book = new Map<string, Incident>();
  for (const { explanation, zone } of standing) {
    const known = before.get(zone);
    if (known !== undefined) book.set(zone, known);
    else if (explanation !== undefined) book.set(zone, { id: incidentId(zone, at), since: at });
  }
  for (const [one, other] of sameCause(standing)) join(book, one, other);
  return book;
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

const causeOf = (bottleneck: NonNullable<Explanation['bottleneck']>): string =>
  bottleneck.kind === 'door'
    ? `${bottleneck.passage} from ${bottleneck.from}`
    : `zone ${bottleneck.zone}`;

/** By id where two began in the same second. */
const isOlder = (a: Incident, b: Incident): boolean =>
  a.since < b.since || (a.since === b.since && a.id < b.id);

/** Makes the incidents of two zones that stand one: the older goes on. */
const join = (book: Map<string, Incident>, one: string, other: string): void => {
  const [a, b] = [book.get(one), book.get(other)];
  if (a === undefined || b === undefined || a.id === b.id) return;
  const [older, younger] = isOlder(a, b) ? [a, b] : [b, a];
  for (const [zone, { id }] of book) if (id === younger.id) book.set(zone, older);
};
