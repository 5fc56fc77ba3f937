import { LEAST_SCORE, leastScoreOf } from '@throng/inference';
import { describe, expect, it } from 'vitest';
import { entry } from '../../models/support/entry.js';

const scores = (more: object) => ({ scores: { dtype: 'float32', shape: ['K'], ...more } });

describe('[U] the least score of a model', () => {
  it('is the entry’s own word before the least that its graph lets through', () => {
    const output = scores({ least: 0.55 });
    expect(leastScoreOf(entry({ leastScore: 0.3, output }))).toBe(0.3);
    expect(leastScoreOf(entry({ output }))).toBe(0.55);
  });

  it('is ours where neither is said, or no entry is there', () => {
    expect(leastScoreOf(entry({ output: scores({ least: 'much' }) }))).toBe(LEAST_SCORE);
    expect(leastScoreOf(entry())).toBe(LEAST_SCORE);
    expect(leastScoreOf(undefined)).toBe(LEAST_SCORE);
  });
});
