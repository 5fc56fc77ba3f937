import { OUTSIDE, type PassageDefinition } from '@throng/contract';
import type { VenuePlan } from './venue-plan.js';

/** Whether a passage leads on or off stairs, where fewer pass than on the level. */
export const isStepped = (
  { zoneIndex, zones }: VenuePlan,
  { from, to }: Pick<PassageDefinition, 'from' | 'to'>,
): boolean =>
  [from, to].some(
    (end) => end !== OUTSIDE && zones[zoneIndex.get(end) ?? -1]?.definition.kind === 'stairs',
  );
