import type { ZoneLimits, ZoneState } from '@throng/contract';
import { limitsOfZone } from '../limits-in-force/limits-of-zone.js';
import type { VenuePlan } from '../venue-plan/venue-plan.js';
import { type CameraCondition, type CameraTrack, cameraCondition } from './camera-track.js';
import { type DensityHistory, densityTrend, enterDensity, noHistory } from './density-trend.js';
import { type EdgeTrack, unseenEdge } from './edge-track.js';
import { measureZones } from './zone-measurement.js';
import type { MovementPart } from './zone-movement.js';
import { zoneDensity, zoneState } from './zone-state.js';

interface Before {
  readonly edges: readonly EdgeTrack[];
  readonly cameras: readonly CameraTrack[];
  readonly histories: readonly DensityHistory[];
}

/** What is known of the venue at one moment. */
export interface VenueMeasured {
  readonly conditions: readonly CameraCondition[];
  readonly zones: readonly ZoneState[];
  /** How each zone's people move; undefined where too few are behind it. */
  readonly movements: readonly (MovementPart | undefined)[];
  readonly histories: readonly DensityHistory[];
}

/**
 * Judges the cameras at `now` (epoch ms) and measures each zone by those that can be believed.
 *
 * @param limits in force now, in the order of the plan.
 */
export const measureVenue = (
  plan: VenuePlan,
  staleAfterSeconds: number,
  limits: readonly ZoneLimits[],
  { edges, cameras, histories }: Before,
  now: number,
): VenueMeasured => {
  const conditions = cameras.map((camera, index) =>
    cameraCondition(
      camera,
      edges[plan.cameras[index]?.edge ?? 0] ?? unseenEdge,
      now,
      staleAfterSeconds,
    ),
  );
  const measured = measureZones(plan, cameras, conditions);
  const entered = plan.zones.map((_, index) => {
    const history = histories[index] ?? noHistory;
    const zone = measured[index];
    return zone === undefined
      ? history
      : enterDensity(history, zone.ground, zone.at, zoneDensity(zone));
  });
  const zones = plan.zones.map((zone, index) => {
    const trend = densityTrend(entered[index] ?? noHistory);
    const inForce = limits[index] ?? limitsOfZone(zone.definition);
    return zoneState(zone, measured[index], conditions, cameras, trend, inForce);
  });
  const movements = measured.map((zone) => zone?.movement);
  return { conditions, zones, movements, histories: entered };
};
