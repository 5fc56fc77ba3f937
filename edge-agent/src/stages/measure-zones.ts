import type { Identifier } from '@throng/contract';
import { SIGMA_SCALE } from '../hand-over/measured-errors.js';
import type { CameraView, ZoneView } from './camera-view.js';
import type { FusedCells } from './fuse-cells.js';
import { localDensity } from './local-density.js';

/** One zone in one frame. */
export interface ZoneReading {
  readonly zone: Identifier;
  readonly persons: number;
  /** Standard deviation of `persons`. */
  readonly sigma: number;
  /** Square metres behind `persons`. */
  readonly area: number;
  /** Persons/m²: 95th percentile of the local density over the zone's ground, by area. */
  readonly densityP95: number;
}

/** The value below which a share of the total weight lies. 0 without weight. */
export const weightedQuantile = (
  samples: readonly (readonly [value: number, weight: number])[],
  share: number,
): number => {
  const sorted = samples.filter(([, weight]) => weight > 0).toSorted(([a], [b]) => a - b);
  const total = sorted.reduce((sum, [, weight]) => sum + weight, 0);
  let passed = 0;
  for (const [value, weight] of sorted) {
    passed += weight;
    if (passed >= share * total) return value;
  }
  return 0;
};

const readZone = (
  { zone, area, share }: ZoneView,
  { own, persons, shared }: FusedCells,
  density: Float64Array,
  ownedArea: Float64Array,
): ZoneReading => {
  let [count, together, apart] = [0, 0, 0];
  const samples: [number, number][] = [];
  for (const [cell, part] of share.entries()) {
    if (part === 0) continue;
    count += part * (persons[cell] ?? 0);
    together += part * (shared[cell] ?? 0);
    apart += part * (own[cell] ?? 0);
    samples.push([density[cell] ?? 0, part * (ownedArea[cell] ?? 0)]);
  }
  return {
    zone,
    persons: count,
    sigma: SIGMA_SCALE * Math.hypot(together, Math.sqrt(apart)),
    area,
    densityP95: weightedQuantile(samples, 0.95),
  };
};

/**
 * Occupancy of each zone on the ground that this camera owns and sees: n = Σ share·persons over
 * the cells. Errors that a model makes everywhere alike add up, the others average out:
 * σ² = (Σ share·shared)² + Σ share·own, scaled so that intervals hold as often as they say.
 */
export const measureZones = (fused: FusedCells, view: CameraView): ZoneReading[] => {
  const density = localDensity(fused.persons, view);
  return view.zones.map((zone) => readZone(zone, fused, density, view.ownedArea));
};
