import type { ZoneMeasurement } from '@throng/contract';
import { ofPlan } from '../venue-plan/of-plan.js';
import type { VenuePlan } from '../venue-plan/venue-plan.js';
import type { CameraCondition, CameraTrack } from './camera-track.js';
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

/** The ground of each camera alone, as text. */
const grounds = ofPlan(({ cameras }) => cameras.map(({ definition: { id } }) => ` ${id}`));

/** One entry per zone of the plan; undefined where no camera measures that can be believed now. */
export const measureZones = (
  plan: VenuePlan,
  cameras: readonly Pick<CameraTrack, 'deliveries' | 'latest'>[],
  conditions: readonly CameraCondition[],
): (ZoneMeasured | undefined)[] => {
  const zones: (ZoneMeasured | undefined)[] = plan.zones.map(() => undefined);
  const texts = grounds(plan);
  for (const [camera, { deliveries, latest }] of cameras.entries()) {
    if (latest === null || conditions[camera]?.state !== 'live') continue;
    const known = {
      seconds: latest.seconds,
      end: deliveries.newestEnd,
      ground: texts[camera] ?? '',
    };
    for (const part of latest.zones) {
      const index = plan.zoneIndex.get(part.zone);
      if (index !== undefined && part.area > 0) zones[index] = withPart(zones[index], part, known);
    }
  }
  return zones;
};

/** What is known of a zone with what one more camera measures; `end` of its window, epoch ms. */
const withPart = (
  sum: ZoneMeasured | undefined,
  part: ZoneMeasurement,
  {
    end,
    ground,
    seconds,
  }: { readonly end: number; readonly ground: string; readonly seconds: number },
): ZoneMeasured => {
  const { area, densityP95, persons, sigma } = part;
  const movement = joinMovement(sum?.movement, part, seconds);
  if (sum === undefined) return { persons, sigma, area, densityP95, movement, at: end, ground };
  return {
    persons: sum.persons + persons,
    sigma: Math.hypot(sum.sigma, sigma),
    area: sum.area + area,
    densityP95: Math.max(sum.densityP95, densityP95),
    movement,
    at: Math.max(sum.at, end),
    ground: sum.ground + ground,
  };
};
