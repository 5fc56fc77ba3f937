import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aggregateFrames, median } from '../../../../edge-agent/src/stages/aggregate-frames.js';

const frame = (persons: number, cells: readonly number[] = [persons]) => ({
  capturedAt: 0,
  zones: [{ zone: 'hall', area: 40, persons, sigma: 1, densityP95: persons / 40 }],
  cells: Float64Array.from(cells),
});

describe('[U] aggregating a window', () => {
  it('is not moved by a single bad frame', () => {
    const window = aggregateFrames([7, 8, 400, 8, 7].map((persons) => frame(persons)));
    expect(window?.zones[0]?.persons).toBe(8);
    expect(window?.zones[0]?.densityP95).toBe(0.2);
  });

  it('keeps a walker who crosses cells on the grid', () => {
    const window = aggregateFrames([frame(1, [1, 0, 0]), frame(1, [0, 1, 0]), frame(1, [0, 0, 1])]);
    expect(window?.cells.reduce((sum, persons) => sum + persons, 0)).toBeCloseTo(1, 9);
  });

  it('does not depend on the order of frames', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(50), { minLength: 1, maxLength: 9 }), (counts) => {
        const there = aggregateFrames(counts.map((count) => frame(count)));
        const back = aggregateFrames(counts.toReversed().map((count) => frame(count)));
        expect(there?.zones).toEqual(back?.zones);
        expect(median(counts)).toBeGreaterThanOrEqual(Math.min(...counts));
        expect(median(counts)).toBeLessThanOrEqual(Math.max(...counts));
      }),
    );
  });

  it('of no frames is nothing', () => {
    expect(aggregateFrames([])).toBeUndefined();
  });
});
