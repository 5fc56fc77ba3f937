import type { Identifier } from '@throng/contract';
import type { FrameMeasurement } from '../stages/aggregate-frames.js';
import type { ZoneView } from '../stages/camera-view.js';
import { type DensityTrend, expectedDensity, observeDensity } from './density-trend.js';
import { riskLevel } from './risk-level.js';

/** Risk of a camera that nobody has looked at yet: as if at the warning density. */
const UNKNOWN = 2;

/** How much one camera matters, from what it showed last. */
export class CameraRisk {
  readonly #trends = new Map<Identifier, DensityTrend>();

  constructor(private readonly zones: readonly ZoneView[]) {}

  add({ capturedAt, zones }: FrameMeasurement): void {
    for (const { zone, area, densityP95, sigma } of zones) {
      const before = this.#trends.get(zone);
      const trend = observeDensity(before, capturedAt, densityP95, sigma / Math.max(area, 1));
      this.#trends.set(zone, trend);
    }
  }

  /**
   * Its share of the models' time relative to other cameras: 2 to the power of the highest risk level
   * of its zones, so 1 for empty ground, 16 in an emergency, and each alert band doubles it.
   */
  weightAt(now: number): number {
    let highest = this.#trends.size === 0 ? UNKNOWN : 0;
    for (const { zone, bands } of this.zones) {
      const trend = this.#trends.get(zone);
      if (trend === undefined) continue;
      const level = riskLevel(expectedDensity(trend, now), bands);
      highest = Math.max(highest, level);
    }
    return 2 ** highest;
  }
}
