import type { UnknownReason, ZoneLimits } from '@throng/contract';
import { waysOut } from '../alerting/aggravation/way-out.js';
import type { CrowdObservation } from '../alerting/band-signal.js';
import { advanceAlarm, type DensityAlarm, quietAlarm } from '../alerting/density-alarm.js';
import type { VenuePlan } from '../venue-plan/venue-plan.js';
import type { ProcessingState } from './processing-state.js';
import type { Rules } from './rules.js';

/** Ground that was measured, and may be what the alert is about. */
const LOST: ReadonlySet<UnknownReason> = new Set(['stale', 'camera-fault', 'edge-offline']);

/**
 * Advances each zone's alarm by what is seen of its crowd, by the time of capture.
 *
 * @param limits in force now. @param now epoch ms.
 */
export const judgeCrowds = (
  plan: VenuePlan,
  { alerts }: Rules,
  state: ProcessingState,
  limits: readonly ZoneLimits[],
  now: number,
): readonly DensityAlarm[] => {
  const ways = state.flows === null ? [] : waysOut(plan, state.flows, state.passages, now);
  return plan.zones.map(({ definition }, index) => {
    const alarm = state.densityAlarms[index] ?? quietAlarm;
    const bands = limits[index]?.bands;
    if (bands === undefined) return alarm;
    const { reading = null, unknownBecause = null } = state.zones[index] ?? {};
    const observation: CrowdObservation = {
      crowd: reading && {
        kind: definition.kind,
        persons: reading.persons,
        density: reading.density,
        movement: state.movements[index],
        wayOut: ways[index],
      },
      at: state.histories[index]?.at ?? Number.NEGATIVE_INFINITY,
      partlyLost: unknownBecause !== null && LOST.has(unknownBecause),
    };
    return advanceAlarm(alarm, observation, bands, alerts);
  });
};
