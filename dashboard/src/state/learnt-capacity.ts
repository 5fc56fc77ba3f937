import type { Alert, Bottleneck } from '@throng/contract';

type Door = Extract<Bottleneck, { kind: 'door' }>;

/** What a passage was seen to carry, persons/min; `shown` may be less than it could. */
export interface LearntCapacity {
  readonly perMinute: number;
  readonly is: Exclude<Door['capacityIs'], 'planned'>;
}

/** As the newest explanation tells that names the passage as the bottleneck; null where none does. */
export const learntCapacity = (alerts: Iterable<Alert>, passage: string): LearntCapacity | null => {
  let newest: { readonly at: string; readonly door: Door } | null = null;
  for (const { reason, state } of alerts) {
    if (state !== 'active' || (reason.kind !== 'density' && reason.kind !== 'forecast')) continue;
    const { at, bottleneck } = reason.explanation ?? { at: '', bottleneck: null };
    if (bottleneck?.kind !== 'door' || bottleneck.passage !== passage) continue;
    if (newest === null || at > newest.at) newest = { at, door: bottleneck };
  }
  if (newest === null) return null;
  const { capacityIs, capacityPerMinute } = newest.door;
  return capacityIs === 'planned' ? null : { perMinute: capacityPerMinute, is: capacityIs };
};
