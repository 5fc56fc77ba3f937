import type { PassageFlow } from '@throng/contract';
import { ofPlan } from '../venue-plan/of-plan.js';
import type { VenuePlan } from '../venue-plan/venue-plan.js';
import { countedBefore, flowBetween } from './passage-flow.js';
import type { PassageTally } from './passage-tally.js';
import { plannedPerSecond } from './planned-flow.js';

/** Passages named in each direction. */
const NAMED = 3;

/** Persons per minute below which a passage explains nothing. */
const LEAST_NET = 1;

/** Indexes of the passages of each zone. */
const passagesOf = ofPlan(({ venue }) => {
  const indexes = new Map<string, number[]>();
  for (const [index, { from, to }] of venue.passages.entries()) {
    for (const zone of new Set([from, to])) {
      const own = indexes.get(zone) ?? [];
      indexes.set(zone, own);
      own.push(index);
    }
  }
  return indexes;
});

/**
 * What fills and empties a zone: its passages with the greatest net flows in, then those out.
 *
 * @param past the passages at some times before, oldest first: each flow is told since the oldest
 *   at which its passage had been counted.
 */
export const zoneFlows = (
  plan: VenuePlan,
  zone: string,
  past: readonly (readonly PassageTally[])[],
  now: readonly PassageTally[],
): PassageFlow[] => {
  const flows = (passagesOf(plan).get(zone) ?? []).flatMap((index) => {
    const passage = plan.venue.passages[index];
    if (passage === undefined) return [];
    const flow = flowBetween(countedBefore(past, index), now[index]);
    if (flow === undefined) return [];
    const net = passage.to === zone ? flow.in - flow.out : flow.out - flow.in;
    const capacity = (plannedPerSecond(plan)[index] ?? 0) * 60;
    return [
      {
        passage: passage.id,
        netPerMinute: Math.round(net),
        capacityShare: Number(((flow.in + flow.out) / capacity).toFixed(2)),
      },
    ];
  });
  const strongest = (direction: 1 | -1): PassageFlow[] =>
    flows
      .filter(({ netPerMinute }) => direction * netPerMinute >= LEAST_NET)
      .sort((a, b) => direction * (b.netPerMinute - a.netPerMinute))
      .slice(0, NAMED);
  return [...strongest(1), ...strongest(-1)];
};
