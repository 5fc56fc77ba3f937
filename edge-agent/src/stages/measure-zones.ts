import type { Identifier } from '@throng/contract';
import { type CountError, countSigma } from '@throng/crowd';
import type { CameraView, ZoneView } from './camera-view.js';
import type { FusedCells } from './fuse-cells.js';
import { localDensity } from './local-density.js';

/** How each model's counts err. */
export interface ModelErrors {
  readonly detector: CountError;
  readonly density: CountError;
}

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

const mixed = (a: CountError, b: CountError, weight: number): CountError => ({
  relative: (1 - weight) * a.relative + weight * b.relative,
  floor: (1 - weight) * a.floor + weight * b.floor,
});

const readZone = (
  { zone, area, share }: ZoneView,
  { persons, densityWeight }: FusedCells,
  density: Float64Array,
  ownedArea: Float64Array,
  errors: ModelErrors,
): ZoneReading => {
  let [count, byDensity, ground, groundByDensity] = [0, 0, 0, 0];
  const samples: [number, number][] = [];
  for (const [cell, part] of share.entries()) {
    if (part === 0) continue;
    const here = part * (persons[cell] ?? 0);
    const square = part * (ownedArea[cell] ?? 0);
    const weight = densityWeight[cell] ?? 0;
    count += here;
    byDensity += weight * here;
    ground += square;
    groundByDensity += weight * square;
    samples.push([density[cell] ?? 0, square]);
  }
  const weight = count > 0 ? byDensity / count : groundByDensity / Math.max(ground, 1e-9);
  return {
    zone,
    persons: count,
    sigma: countSigma(count, mixed(errors.detector, errors.density, weight)),
    area,
    densityP95: weightedQuantile(samples, 0.95),
  };
};

/**
 * Occupancy of each zone on the ground that this camera owns and sees: n = Σ share·persons over
 * the cells, with σ = √((s·n)² + n + σ₀²), where s and σ₀ are the models' own, mixed by how far
 * each was trusted.
 */
export const measureZones = (
  fused: FusedCells,
  view: CameraView,
  errors: ModelErrors,
): ZoneReading[] => {
  const density = localDensity(fused.persons, view);
  return view.zones.map((zone) => readZone(zone, fused, density, view.ownedArea, errors));
};
