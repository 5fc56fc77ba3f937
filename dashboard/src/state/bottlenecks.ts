import { type Alert, fromTimestamp } from '@throng/contract';
import { byUrgency } from './alert-order.js';
import type { Picture } from './picture.js';

/** Seconds after which an explanation is told with its age: it is renewed every half minute. */
export const EXPLANATION_RENEWED = 75;

/** A place that binds: a passage that lets fewer through than want to, or a zone that takes nobody in. */
export interface MarkedBottleneck {
  readonly kind: 'passage' | 'zone';
  /** The passage or the zone. */
  readonly place: string;
  /** Who stands before it, persons. */
  readonly waiting: number;
  /** The zones in which they stand. */
  readonly queue: readonly string[];
  /** When it was seen so, epoch milliseconds. */
  readonly at: number;
}

/**
 * What binds, each place once as its newest explanation tells it, the most urgent alert's first
 * (SPEC LV12). None ahead of now: an explanation speaks of the time when it was made.
 */
export const bottlenecks = ({
  alerts,
  when,
}: Pick<Picture, 'alerts' | 'when'>): MarkedBottleneck[] => {
  if (when === 'ahead') return [];
  const marked = new Map<string, MarkedBottleneck>();
  for (const alert of [...alerts.values()].sort(byUrgency)) {
    const found = bottleneckOf(alert);
    if (found === null) continue;
    const key = `${found.kind} ${found.place}`;
    if (found.at > (marked.get(key)?.at ?? Number.NEGATIVE_INFINITY)) marked.set(key, found);
  }
  return [...marked.values()];
};

const bottleneckOf = ({ reason, state }: Alert): MarkedBottleneck | null => {
  if (state !== 'active' || (reason.kind !== 'density' && reason.kind !== 'forecast')) return null;
  const bottleneck = reason.explanation?.bottleneck ?? null;
  if (reason.explanation === undefined || bottleneck === null) return null;
  return {
    ...(bottleneck.kind === 'door'
      ? { kind: 'passage' as const, place: bottleneck.passage }
      : { kind: 'zone' as const, place: bottleneck.zone }),
    waiting: bottleneck.queue.persons,
    queue: bottleneck.queue.zones,
    at: fromTimestamp(reason.explanation.at),
  };
};
