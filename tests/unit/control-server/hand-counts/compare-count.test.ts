import { describe, expect, it } from 'vitest';
import { compareCount } from '../../../../control-server/src/hand-counts/compare-count.js';

const seen = (persons: number) => ({ persons, coverage: 1 });

describe('[U] a count by hand beside the cameras', () => {
  it('agrees within what chance and a tenth allow', () => {
    expect(compareCount(100, seen(95))).toMatchObject({ verdict: 'agrees' });
    expect(compareCount(1_000, seen(920))).toMatchObject({ verdict: 'agrees' });
    expect(compareCount(30, seen(24)), 'chance alone does that').toMatchObject({
      verdict: 'agrees',
    });
  });

  it('is to be corrected where both say so', () => {
    const judged = compareCount(400, seen(250));
    expect(judged.verdict).toBe('correct');
    expect(judged.ratio).toBeCloseTo(400.5 / 250.5, 9);
    expect(judged.uncertainty).toBeCloseTo(2 / Math.sqrt(400.5), 9);
    expect(compareCount(400, seen(600)).verdict).toBe('correct');
  });

  it('says nothing of too few, or of what was not seen', () => {
    expect(compareCount(8, seen(2)).verdict).toBe('too-few');
    expect(compareCount(400, { persons: 100, coverage: 0.5 })).toMatchObject({
      ...{ verdict: 'not-seen', ratio: null },
    });
    expect(compareCount(400, null).verdict).toBe('not-seen');
  });
});
