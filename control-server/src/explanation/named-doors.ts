import type { Explanation } from '@throng/contract';
import type { AlertBands } from '@throng/crowd';
import { graphOf } from '../bottleneck/venue-graph.js';
import type { VenueForecast } from '../forecast/forecaster.js';
import type { ProcessingState } from '../processing/processing-state.js';
import type { VenuePlan } from '../venue-plan/venue-plan.js';

/** The doors that were named and before which people wait still, or nobody can see whether they do. */
export const stillWaitedFor = (
  plan: VenuePlan,
  { explanations, zones }: ProcessingState,
  bands: readonly AlertBands[],
  forecast: VenueForecast | null,
): ReadonlySet<number> => {
  if (forecast === null) return explanations.named;
  const { network } = graphOf(plan);
  return new Set(
    [...explanations.named].filter((edge) => {
      const zone = network.from[edge] ?? -1;
      const density = (forecast.persons[zone] ?? 0) / (network.area[zone] ?? 1);
      return zones[zone]?.reading == null || density >= (bands[zone]?.watch ?? 0);
    }),
  );
};

/** The same with those that are named now. */
export const withNamed = (
  plan: VenuePlan,
  named: ReadonlySet<number>,
  byZone: ReadonlyMap<number, Explanation>,
): ReadonlySet<number> => {
  const now = [...byZone.values()].flatMap(({ bottleneck }) => {
    if (bottleneck?.kind !== 'door') return [];
    const passage = plan.passages.get(bottleneck.passage);
    if (passage === undefined) return [];
    const isAlong = plan.venue.passages[passage]?.from === bottleneck.from;
    return [2 * passage + (isAlong ? 0 : 1)];
  });
  return new Set([...named, ...now]);
};
