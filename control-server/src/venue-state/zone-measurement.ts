import type { MeasurementWindow } from '@throng/contract';
import type { VenuePlan } from '../venue-plan/venue-plan.js';
import { joinMovement, type MovementPart } from './zone-movement.js';

/**
 * What the live cameras together know of one zone. Each camera answers for ground of its own, so
 * persons and areas add up: persons Σn, σ = √Σσ² (persons), area ΣA (m²).
 */
export interface ZoneMeasured {
  readonly persons: number;
  readonly sigma: number;
  readonly area: number;
  /**
   * The largest of the parts' 95th percentiles, persons/m². The percentile of the whole is never
   * above it: each part has 95 % of its ground at or below its own.
   */
  readonly densityP95: number;
  /** How its people move, with the persons behind it; absent where too few are. */
  readonly movement: MovementPart | undefined;
  /** End of the newest window, epoch ms. */
  readonly at: number;
  /** Which cameras are behind it, as text: densities over different ground must not be compared. */
  readonly ground: string;
}

/** A camera that can be believed now, with its newest window and that window's end (epoch ms). */
export interface LiveCamera {
  readonly window: MeasurementWindow;
  readonly end: number;
}

/** One entry per zone of the plan; undefined where no live camera measures. */
export const measureZones = (
  plan: VenuePlan,
  cameras: readonly LiveCamera[],
): (ZoneMeasured | undefined)[] => {
  const zones: (ZoneMeasured | undefined)[] = plan.zones.map(() => undefined);
  for (const { window, end } of cameras) {
    for (const part of window.zones) {
      const index = plan.zoneIndex.get(part.zone);
      if (index === undefined || part.area <= 0) continue;
      const sum = zones[index];
      zones[index] = {
        persons: (sum?.persons ?? 0) + part.persons,
        sigma: Math.hypot(sum?.sigma ?? 0, part.sigma),
        area: (sum?.area ?? 0) + part.area,
        densityP95: Math.max(sum?.densityP95 ?? 0, part.densityP95),
        movement: joinMovement(sum?.movement, part, window.seconds),
        at: Math.max(sum?.at ?? end, end),
        ground: `${sum?.ground ?? ''} ${window.camera}`,
      };
    }
  }
  return zones;
};
