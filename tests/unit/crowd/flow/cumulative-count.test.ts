import { crossingFrame, cumulativeCount, intervalFlows, type Trajectory } from '@throng/crowd';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const line = { from: { x: 0, y: 0 }, to: { x: 10, y: 0 } };

/** A person at x = 5 with the given y in consecutive frames. */
const walk = (id: number, start: number, ...ys: number[]): Trajectory => ({
  id,
  frames: ys.map((_, index) => start + index),
  points: ys.map((y) => ({ x: 5, y })),
});

describe('the cumulative count N(t)', () => {
  it('[U] a crossing counts on the first movement that touches the line and does not end on it', () => {
    expect(crossingFrame(walk(1, 10, -1, 1, 2), line)).toBe(11);
    expect(crossingFrame(walk(1, 10, -1, 0, 1), line)).toBe(12);
    expect(crossingFrame(walk(1, 10, -2, -1, 0), line)).toBeUndefined();
  });

  it('[U] a person counts once, however often and whichever way', () => {
    expect(cumulativeCount([walk(1, 0, -1, 1, -1, 1)], line)).toEqual([0, 1, 1, 1]);
    expect(cumulativeCount([walk(1, 0, 1, -1)], line)).toEqual([0, 1]);
  });

  it('[U] frames before the first and after the last crossing are filled', () => {
    const people = [walk(1, 2, -1, 1), walk(2, 2, -1, 1), walk(3, 4, -1, -1, 1, 2)];
    expect(cumulativeCount(people, line)).toEqual([0, 0, 0, 2, 2, 2, 3, 3]);
    expect(cumulativeCount([], line)).toEqual([]);
    expect(cumulativeCount([{ id: 1, frames: [], points: [] }], line)).toEqual([]);
  });

  it('[U] it never falls and ends at the number of persons who crossed', () => {
    const ys = fc.array(fc.integer({ min: -2, max: 2 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(fc.array(ys, { maxLength: 8 }), (walks) => {
        const people = walks.map((way, id) => walk(id, 0, ...way));
        const counts = cumulativeCount(people, line);
        expect(counts).toEqual([...counts].sort((a, b) => a - b));
        const crossed = people.filter((person) => crossingFrame(person, line) !== undefined);
        expect(counts.at(-1) ?? 0).toBe(crossed.length);
      }),
    );
  });
});

describe('the flow per interval', () => {
  it('[U] persons are timed from last passing to last passing', () => {
    const cumulative = [0, 1, 1, 2, 2, 3, 3, 3, 4, 4, 4, 4];
    expect(intervalFlows(cumulative, 4, 10)).toEqual([
      { flow: (3 * 10) / 5, fromFrame: 1, toFrame: 6 },
      { flow: (1 * 10) / 3, fromFrame: 6, toFrame: 9 },
    ]);
  });

  it('[U] an interval without a passing lends its time to the next', () => {
    const cumulative = [1, 1, 1, 1, 1, 2, 2, 2];
    expect(intervalFlows(cumulative, 2, 1)).toEqual([
      { flow: 1, fromFrame: 0, toFrame: 1 },
      { flow: 1 / 5, fromFrame: 1, toFrame: 6 },
    ]);
  });

  it('[U] where nobody passes there is no flow to report', () => {
    expect(intervalFlows([0, 0, 0], 1, 10)).toEqual([]);
    expect(intervalFlows([], 1, 10)).toEqual([]);
  });
});
