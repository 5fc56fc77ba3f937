import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectionScores, f1Of } from '../../../../models/src/evaluation/detection-scores.js';

const some = fc.nat({ max: 50 });
const frame = fc.record({ hits: some, falseAlarms: some, misses: some });

describe('[U] scores of a detector', () => {
  it('adds frames up before it divides', () => {
    const scores = detectionScores([
      { hits: 8, falseAlarms: 2, misses: 0 },
      { hits: 1, falseAlarms: 0, misses: 4 },
    ]);
    expect(scores.frames).toBe(2);
    expect(scores.precision).toBeCloseTo(9 / 11, 12);
    expect(scores.recall).toBeCloseTo(9 / 13, 12);
    expect(scores.f1).toBeCloseTo(18 / 24, 12);
  });

  it('takes the count error per frame, so that too many here do not hide too few there', () => {
    const scores = detectionScores([
      { hits: 5, falseAlarms: 3, misses: 0 },
      { hits: 5, falseAlarms: 0, misses: 3 },
    ]);
    expect(scores.countMae).toBe(3);
  });

  it('finds no fault with an empty frame left empty, and all fault with one that is not', () => {
    expect(f1Of({ hits: 0, falseAlarms: 0, misses: 0 })).toBe(1);
    expect(f1Of({ hits: 0, falseAlarms: 1, misses: 0 })).toBe(0);
  });

  it('has an F1 that is the harmonic mean of precision and recall', () => {
    fc.assert(
      fc.property(fc.array(frame, { minLength: 1 }), (frames) => {
        const { precision, recall, f1 } = detectionScores(frames);
        fc.pre(frames.some(({ hits }) => hits > 0));
        expect(f1).toBeCloseTo((2 * precision * recall) / (precision + recall), 9);
      }),
    );
  });
});
