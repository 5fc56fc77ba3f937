import { type CarriedPlaces, carriedList } from '../venue-plan/carried-places.js';
import type { VenuePlan } from '../venue-plan/venue-plan.js';
import type { PassageSample } from '../venue-state/passage-states.js';
import { emptyTally } from '../venue-state/passage-tally.js';
import type { ProcessingState } from './processing-state.js';

/**
 * The state under a new plan: all that is known of what the venue still has, and of the rest what
 * `fresh`, a state of the new plan, begins with.
 *
 * - Deliveries stay with their camera, so that what came stays a duplicate (SPEC MW2).
 * - A camera that moved to another edge is not seen until that one speaks.
 * - Alarms and warnings stay with their zone, and so do its alerts, whatever its new shape: what is
 *   measured there clears them. What was measured stays only with ground that is the same.
 * - Why zones fill is worked out anew at the next look ahead.
 */
export const carryOver = (
  carried: CarriedPlaces,
  plan: VenuePlan,
  before: ProcessingState,
  fresh: ProcessingState,
): ProcessingState => {
  const { cameras, edges, grounds, passages, views, zones } = carried;
  return {
    ...fresh,
    edges: carriedList(edges, before.edges, fresh.edges),
    cameras: fresh.cameras.map((camera, index) => {
      const known = before.cameras[cameras[index] ?? -1];
      if (known === undefined) return camera;
      return views[index] === -1 ? { ...camera, deliveries: known.deliveries } : known;
    }),
    passages: carriedList(passages, before.passages, fresh.passages),
    uncounted: before.uncounted,
    conditions: carriedList(views, before.conditions, fresh.conditions),
    zones: carriedList(grounds, before.zones, fresh.zones),
    movements: carriedList(grounds, before.movements, fresh.movements),
    histories: carriedList(grounds, before.histories, fresh.histories),
    densityAlarms: carriedList(zones, before.densityAlarms, fresh.densityAlarms),
    forecasts: fresh.forecasts.map((forecast, index) => {
      const known = before.forecasts[zones[index] ?? -1];
      if (known === undefined) return forecast;
      return grounds[index] === -1 ? { ...known, shown: forecast.shown, looks: 0 } : known;
    }),
    flowing: carriedSample(passages, before.flowing, fresh.flowing),
    cameraLatches: carriedList(cameras, before.cameraLatches, fresh.cameraLatches),
    store: before.store,
    incidents: new Map([...before.incidents].filter(([zone]) => plan.zoneIndex.has(zone))),
    alerts: before.alerts,
  };
};

/** What passes the passages; how much a passage is planned to carry is that of the new plan. */
const carriedSample = (
  passages: readonly number[],
  before: PassageSample,
  fresh: PassageSample,
): PassageSample => ({
  slot: before.slot,
  tallies: before.tallies.map((tallies) => passages.map((from) => tallies[from] ?? emptyTally)),
  passages: fresh.passages.map((passage, index) => {
    const known = before.passages[passages[index] ?? -1];
    return known === undefined ? passage : { ...known, plannedPerMinute: passage.plannedPerMinute };
  }),
});
