import type { UnknownReason, ZoneLimits, ZoneState } from '@throng/contract';
import type { CrowdSeen } from '../alerting/aggravation/aggravating.js';
import { type WaysOut, waysOut } from '../alerting/aggravation/way-out.js';
import type { CrowdObservation } from '../alerting/band-signal.js';
import { advanceAlarm, type DensityAlarm, quietAlarm } from '../alerting/density-alarm.js';
import type { VenuePlan } from '../venue-plan/venue-plan.js';
import type { ProcessingState } from './processing-state.js';
import type { Rules } from './rules.js';

/** Ground that was measured, and may be what the alert is about. */
const LOST: ReadonlySet<UnknownReason> = new Set(['stale', 'camera-fault', 'edge-offline']);

const nothingFlows: WaysOut = () => undefined;

/** The crowd of a zone as it is seen; its way out is looked for only where anybody asks. */
class SeenCrowd implements CrowdSeen {
  readonly persons: number;
  readonly density: number;

  constructor(
    readonly kind: CrowdSeen['kind'],
    { density, persons }: Pick<NonNullable<ZoneState['reading']>, 'density' | 'persons'>,
    readonly movement: CrowdSeen['movement'],
    private readonly ways: WaysOut,
    private readonly zone: number,
  ) {
    this.persons = persons;
    this.density = density;
  }

  get wayOut(): CrowdSeen['wayOut'] {
    return this.ways(this.zone);
  }
}

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
  const ways =
    state.flows === null ? nothingFlows : waysOut(plan, state.flows, state.passages, now);
  return plan.zones.map(({ definition }, index) => {
    const alarm = state.densityAlarms[index] ?? quietAlarm;
    const bands = limits[index]?.bands;
    if (bands === undefined) return alarm;
    const { reading = null, unknownBecause = null } = state.zones[index] ?? {};
    const observation: CrowdObservation = {
      crowd:
        reading && new SeenCrowd(definition.kind, reading, state.movements[index], ways, index),
      at: state.histories[index]?.at ?? Number.NEGATIVE_INFINITY,
      partlyLost: unknownBecause !== null && LOST.has(unknownBecause),
    };
    return advanceAlarm(alarm, observation, bands, alerts);
  });
};
