import type { VenueDefinition } from '@throng/contract';
import type { RolloutStop } from './rollout.js';

/** The boxes of a rollout: the canary, then those named, or else every other box with its first camera. */
export const stopsFrom = (
  { cameras }: VenueDefinition,
  canary: RolloutStop,
  next?: readonly RolloutStop[],
): readonly RolloutStop[] => {
  if (next !== undefined) return [canary, ...next];
  const first = new Map<string, string>();
  for (const { edge, id } of cameras) if (!first.has(edge)) first.set(edge, id);
  first.delete(canary.edge);
  return [canary, ...[...first].map(([edge, camera]) => ({ edge, camera }))];
};
