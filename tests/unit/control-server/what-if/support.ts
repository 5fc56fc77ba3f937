import type { VenueDefinition, WhatIfAction, WhatIfAnswer } from '@throng/contract';
import { type ProcessingState, planVenue } from '@throng/control-server';
import type { FlowPicture } from '../../../../control-server/src/forecast/flow-picture.js';
import { networkOf } from '../../../../control-server/src/forecast/observe-tick.js';
import { limitsOfZone } from '../../../../control-server/src/limits-in-force/limits-of-zone.js';
import { walkingGround } from '../../../../control-server/src/what-if/walking-ground.js';
import { inquire, runInquiry } from '../../../../control-server/src/what-if/what-if.js';
import { START, VENUE } from '../support/venue.js';

type Zone = VenueDefinition['zones'][number];

/** A zone of `width` × `depth` metres with its lower left corner at (x, y). */
export const room = (
  id: string,
  [x, y]: [number, number],
  [width, depth]: [number, number],
  kind: Zone['kind'] = 'viewing',
): Zone => ({
  id,
  name: id,
  kind,
  polygon: [
    [x, y],
    [x + width, y],
    [x + width, y + depth],
    [x, y + depth],
  ],
});

/** A passage whose middle is at (x, y). */
export const door = (
  id: string,
  [from, to]: [string, string],
  [x, y]: [number, number],
  width: number,
): VenueDefinition['passages'][number] => ({
  id,
  name: id,
  from,
  to,
  width,
  line: [
    [x, y - width / 2],
    [x, y + width / 2],
  ],
});

export const venueOf = (
  zones: readonly Zone[],
  passages: VenueDefinition['passages'],
): VenueDefinition => ({ ...VENUE, zones: [...zones], passages });

/** Each zone is seen whole, with so many persons and this sigma; null: not seen. */
export interface Standing {
  readonly persons: Readonly<Record<string, number>>;
  readonly sigma?: number;
  readonly unseen?: readonly string[];
  /** Persons per tick who flow over an edge. */
  readonly flow?: (edge: number) => number;
  /** Persons per tick whom an edge has shown to carry at best. */
  readonly best?: (edge: number) => number;
}

/** What the server knows, with these people in the venue. */
export const standing = (
  venue: VenueDefinition,
  { best = () => 0, flow = () => 0, persons, sigma = 0, unseen = [] }: Standing,
): Pick<ProcessingState, 'flows' | 'zones'> => {
  const plan = planVenue(venue);
  const network = networkOf(plan);
  const counts = Float64Array.from(plan.zones, ({ definition }) => persons[definition.id] ?? 0);
  const flows = Float64Array.from({ length: network.edges }, (_, edge) => flow(edge));
  const shown = flows.map((each, edge) => Math.max(each, best(edge)));
  const picture: FlowPicture = {
    persons: counts,
    hazard: flows.map((each, edge) => {
      const source = network.from[edge] ?? -1;
      return source < 0 ? 0 : each / Math.max(2, counts[source] ?? 0);
    }),
    capacity: network.plannedCapacity.map((planned, edge) =>
      Math.min(planned, Math.max(1.1 * (shown[edge] ?? 0), 0.3 * planned)),
    ),
    inflow: (edge) => flows[edge] ?? 0,
    quick: flows,
    slow: flows,
    best: shown,
  };
  const zones = plan.zones.map(({ area, definition }, index) => {
    const here = counts[index] ?? 0;
    const isSeen = !unseen.includes(definition.id);
    return {
      zone: definition.id,
      coverage: isSeen ? 1 : 0,
      at: isSeen ? '2026-07-04T19:30:00Z' : null,
      reading: isSeen
        ? {
            persons: here,
            sigma,
            density: here / area,
            densityP95: here / area,
            levelOfService: 'A' as const,
            band: 'normal' as const,
            trend: null,
          }
        : null,
      unknownBecause: isSeen ? null : ('never-measured' as const),
    };
  });
  return { flows: picture, zones };
};

/** Runs one plan to its end, beside doing nothing. */
export const whatIf = (
  venue: VenueDefinition,
  now: Pick<ProcessingState, 'flows' | 'zones'>,
  actions: readonly WhatIfAction[],
  untilMinutes = 60,
): WhatIfAnswer => {
  const plan = planVenue(venue);
  const request = { plans: [{ name: 'plan', actions: [...actions] }], untilMinutes };
  const bands = plan.zones.map(({ definition }) => limitsOfZone(definition).bands);
  const inquiry = inquire(plan, walkingGround(plan), { ...now, bands }, request, START);
  if (!inquiry.ok) throw new Error(inquiry.message);
  const running = runInquiry(inquiry.value);
  let step = running.next();
  while (!step.done) step = running.next();
  return step.value;
};

/** What came of the plan. */
export const outcomeOf = (answer: WhatIfAnswer): WhatIfAnswer['plans'][number] => {
  const [, outcome] = answer.plans;
  if (outcome === undefined) throw new Error('there is no outcome of the plan');
  return outcome;
};
