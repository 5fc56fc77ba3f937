import { describe, expect, it } from 'vitest';
import { shownTrend, trendDirection } from '../../../../dashboard/src/state/trend.js';

describe('[U] the trend as it is shown', () => {
  it('is rounded to the tenth, alike in both directions', () => {
    expect([0.26, -0.26, 0.05, -0.05].map(shownTrend)).toEqual([0.3, -0.3, 0.1, -0.1]);
    expect(shownTrend(null)).toBeNull();
  });

  it('tells the same direction as the trend itself, at the edge of noise too', () => {
    for (const trend of [-0.4, -0.051, -0.05, -0.049, 0, 0.049, 0.05, 0.051, 0.4]) {
      expect(trendDirection(shownTrend(trend))).toBe(trendDirection(trend));
    }
  });
});
