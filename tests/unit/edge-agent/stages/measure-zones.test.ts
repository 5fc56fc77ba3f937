import { countSigma } from '@throng/crowd';
import { describe, expect, it } from 'vitest';
import { measureZones, weightedQuantile } from '../../../../edge-agent/src/stages/measure-zones.js';
import { sampleView, total } from '../support/sample-camera.js';

const view = sampleView();
const errors = { detector: { relative: 0.1, floor: 0.5 }, density: { relative: 0.3, floor: 2 } };
const trust = (weight: number) => new Float64Array(view.ownedArea.length).fill(weight);

describe('[U] measuring zones', () => {
  it('counts each person in one zone', () => {
    const persons = view.ownedArea.map((ground, cell) => (ground > 0 ? cell % 3 : 0));
    const zones = measureZones({ persons, densityWeight: trust(0) }, view, errors);
    expect(total(zones.map((zone) => zone.persons))).toBeCloseTo(total(persons), 6);
  });

  it('states the error of the model that was trusted', () => {
    const persons = view.ownedArea.map((ground) => ground);
    const [byDetector] = measureZones({ persons, densityWeight: trust(0) }, view, errors);
    const [byDensity] = measureZones({ persons, densityWeight: trust(1) }, view, errors);
    const count = byDetector?.persons ?? Number.NaN;
    expect(byDetector?.sigma).toBeCloseTo(countSigma(count, errors.detector), 9);
    expect(byDensity?.sigma).toBeCloseTo(countSigma(count, errors.density), 9);
  });

  it('says how dense it is where it is densest', () => {
    const even = measureZones(
      { persons: view.ownedArea.map((m2) => 2 * m2), densityWeight: trust(1) },
      view,
      errors,
    );
    for (const zone of even) expect(zone.densityP95).toBeCloseTo(2, 6);
  });

  it('takes quantiles by weight', () => {
    const samples = [
      [5, 1],
      [1, 10],
      [3, 9],
    ] as const;
    expect([0.5, 0.95, 1].map((share) => weightedQuantile(samples, share))).toEqual([1, 3, 5]);
    expect(weightedQuantile([], 0.95)).toBe(0);
  });
});
