import { describe, expect, it } from 'vitest';
import { lineGap } from '../../../../dashboard/src/state/editor/grid.js';

describe('[U] the lines of the squared paper', () => {
  it('are as far apart as the grid that is snapped to, where that can be seen', () => {
    expect(lineGap(0.01, 0.5)).toBeCloseTo(0.5, 9);
    expect(lineGap(0.05, 1)).toBe(1);
  });

  it('are never closer than 14 pixels, and at 1, 2 or 5 times a power of ten', () => {
    for (const resolution of [0.003, 0.02, 0.07, 0.15, 0.9, 4]) {
      const gap = lineGap(resolution, 0);
      expect(gap / resolution).toBeGreaterThanOrEqual(13.9);
      expect([1, 2, 5, 10]).toContain(Math.round(gap / 10 ** Math.floor(Math.log10(gap * 1.0001))));
    }
  });
});
