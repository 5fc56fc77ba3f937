import { describe, expect, it } from 'vitest';
import { SIGMA_SCALE } from '../../../../edge-agent/src/hand-over/measured-errors.js';
import { measureZones, weightedQuantile } from '../../../../edge-agent/src/stages/measure-zones.js';
import { sampleView, total } from '../support/sample-camera.js';

const view = sampleView();
const none = new Float64Array(view.ownedArea.length);
const fused = (persons: Float64Array, shared = none, own = none) => ({
  persons,
  densityWeight: none,
  shared,
  own,
});

describe('[U] measuring zones', () => {
  it('counts each person in one zone', () => {
    const persons = view.ownedArea.map((ground, cell) => (ground > 0 ? cell % 3 : 0));
    const zones = measureZones(fused(persons), view);
    expect(total(zones.map((zone) => zone.persons))).toBeCloseTo(total(persons), 6);
  });

  it('adds up what cells err together, and the squares of what they err alone', () => {
    const each = (value: number) => view.ownedArea.map((ground) => (ground > 0 ? value : 0));
    const cells = total(view.zones[0]?.share ?? []);
    const sigma = (shared: number, own: number) =>
      measureZones(fused(each(1), each(shared), each(own)), view)[0]?.sigma;
    expect(sigma(0.1, 0)).toBeCloseTo(SIGMA_SCALE * 0.1 * cells, 6);
    expect(sigma(0, 0.25)).toBeCloseTo(SIGMA_SCALE * Math.sqrt(0.25 * cells), 6);
    const both = Math.hypot(0.1 * cells, Math.sqrt(0.25 * cells));
    expect(sigma(0.1, 0.25)).toBeCloseTo(SIGMA_SCALE * both, 6);
  });

  it('says how dense it is where it is densest', () => {
    const even = measureZones(fused(view.ownedArea.map((m2) => 2 * m2)), view);
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
