import type { Random } from '../random/random.js';
import type { IncidentDefinition } from '../venue/simulated-venue.js';

/** An incident of one evening, with its draws made. Event time, seconds. */
export type Happening =
  /** From `at` on, the passage works at this share of its capacity. */
  | {
      readonly kind: 'opening';
      readonly at: number;
      readonly passage: string;
      readonly capacity: number;
    }
  /** A share of those inside goes to a place and stays there until `until`. */
  | {
      readonly kind: 'surge';
      readonly at: number;
      readonly until: number;
      readonly place: string;
      readonly share: number;
    }
  /** All leave by the nearest way out. */
  | { readonly kind: 'evacuation'; readonly at: number };

const drawTime = (time: number | readonly [least: number, most: number], random: Random): number =>
  typeof time === 'number' ? time : Math.round(random.between(...time));

/** How long a surge lasts where the venue doesn't say. */
const SURGE_SECONDS = 600;

const happeningsOf = (incident: IncidentDefinition, random: Random): Happening[] => {
  const { passage, surgeTo } = incident;
  const at = drawTime(incident.at, random);
  const seconds = incident.seconds && drawTime(incident.seconds, random);
  if (passage !== undefined) {
    const restored: Happening[] =
      seconds === undefined ? [] : [{ kind: 'opening', at: at + seconds, passage, capacity: 1 }];
    return [{ kind: 'opening', at, passage, capacity: incident.capacity ?? 0 }, ...restored];
  }
  if (surgeTo !== undefined) {
    const until = at + (seconds ?? SURGE_SECONDS);
    return [{ kind: 'surge', at, until, place: surgeTo, share: incident.share ?? 0.3 }];
  }
  return [{ kind: 'evacuation', at }];
};

/** What happens on the evening of one seed, in order. */
export const drawHappenings = (
  incidents: readonly IncidentDefinition[],
  random: Random,
): Happening[] =>
  incidents
    .filter(({ chance }) => random.chance(chance ?? 1))
    .flatMap((incident) => happeningsOf(incident, random))
    .sort((a, b) => a.at - b.at);
