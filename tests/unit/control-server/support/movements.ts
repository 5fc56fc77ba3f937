import type { MovementMeasurement } from '@throng/contract';
import { planVenue, type VenuePlan } from '@throng/control-server';
import type { Evening, Seen } from './evening.js';
import { VENUE } from './venue.js';

/** People walk, all one way. */
export const WALKING: MovementMeasurement = {
  meanSpeed: 1,
  speedVariance: 0.05,
  stopAndGo: 0,
  counterflow: 0,
};

/** `west` at a density, all of whose people move so; undefined: nobody knows how. `east` is calm. */
export const west = (density: number, movement?: Partial<MovementMeasurement>) => {
  const seen: Seen =
    movement === undefined ? { density } : { density, movement: { ...WALKING, ...movement } };
  return { south: seen, north: seen, stage: 0.5 };
};

/** The hall with `west` of another kind. */
export const westAs = (kind: 'stairs' | 'queue' | 'viewing'): VenuePlan =>
  planVenue({
    ...VENUE,
    zones: VENUE.zones.map((zone) => (zone.id === 'west' ? { ...zone, kind } : zone)),
  });

/** What was told of the density of `west`. */
export const westStory = (evening: Evening): string[] =>
  evening.story
    .filter((line) => line.includes('density-west') && !line.includes(' explained '))
    .map((line) => line.replace(' density-west', ''));

/** The density reason of `west`'s alert. */
export const westReason = (evening: Evening) => {
  const reason = evening.state.alerts.active.get('density-west')?.reason;
  return reason?.kind === 'density' ? reason : undefined;
};
