import { describe, expect, it } from 'vitest';
import { pinch } from '../../../../dashboard/src/map/pinch.js';

describe('[U] the sign of a bottleneck', () => {
  it('presses on both ends of the line from outside, at every zoom equally large on the screen', () => {
    for (const resolution of [0.05, 1]) {
      const [west, east] = pinch({ from: { x: 0, y: 3 }, to: { x: 8, y: 3 } }, resolution);
      expect(west[0]).toEqual([0, 3]);
      expect(east[0]).toEqual([8, 3]);
      expect(west[1]?.[0]).toBeCloseTo(-15 * resolution);
      expect(east[1]?.[0]).toBeCloseTo(8 + 15 * resolution);
      expect(Math.abs((east[1]?.[1] ?? 0) - (east[2]?.[1] ?? 0))).toBeCloseTo(16 * resolution);
    }
  });

  it('lies across a slanting line as across any other', () => {
    const [, [tip, left, right]] = pinch({ from: { x: 0, y: 0 }, to: { x: 3, y: 4 } }, 1);
    expect(tip).toEqual([3, 4]);
    const foot = [0, 1].map((axis) => ((left?.[axis] ?? 0) + (right?.[axis] ?? 0)) / 2);
    expect(foot[0]).toBeCloseTo(3 + 15 * 0.6);
    expect(foot[1]).toBeCloseTo(4 + 15 * 0.8);
  });

  it('has a place even for a line without length', () => {
    for (const ring of pinch({ from: { x: 1, y: 1 }, to: { x: 1, y: 1 } }, 1)) {
      expect(ring.flat().every(Number.isFinite)).toBe(true);
    }
  });
});
