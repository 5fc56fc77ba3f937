import { crossing, type Point } from '@throng/crowd';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { point } from '../support/arbitraries.js';

/** Runs along +x, so that its left is +y. */
const line = { from: { x: 0, y: 0 }, to: { x: 10, y: 0 } };
const at = (y: number, x = 5): Point => ({ x, y });

describe('crossing a measurement line', () => {
  it('[U] from right to left counts +1, from left to right −1', () => {
    expect(crossing(at(-1), at(1), line)).toBe(1);
    expect(crossing(at(1), at(-1), line)).toBe(-1);
  });

  it('[U] passing beside the line, or walking along it, is no crossing', () => {
    expect(crossing(at(-1, 11), at(1, 12), line)).toBe(0);
    expect(crossing(at(1), at(2), line)).toBe(0);
    expect(crossing(at(0, 1), at(0, 9), line)).toBe(0);
  });

  it('[U] stepping on the line and back has not crossed it, from either side', () => {
    expect(crossing(at(-1), at(0), line) + crossing(at(0), at(-1), line)).toBe(0);
    expect(crossing(at(1), at(0), line) + crossing(at(0), at(1), line)).toBe(0);
  });

  it('[U] resting on the line between two steps counts once', () => {
    expect(crossing(at(-1), at(0), line) + crossing(at(0), at(1), line)).toBe(1);
    expect(crossing(at(1), at(0), line) + crossing(at(0), at(-1), line)).toBe(-1);
  });

  it('[U] turning the line round turns the sign', () => {
    const reversed = { from: line.to, to: line.from };
    fc.assert(
      fc.property(point, point, (a, b) => {
        fc.pre(a.y !== 0 && b.y !== 0);
        expect(crossing(a, b, reversed) + crossing(a, b, line)).toBe(0);
      }),
    );
  });

  it('[U] the signed crossings of a walk sum to its change of side, on a line past its reach', () => {
    const wide = { from: { x: -1e4, y: 0 }, to: { x: 1e4, y: 0 } };
    const step = fc.record({
      x: fc.integer({ min: -3, max: 3 }),
      y: fc.integer({ min: -2, max: 2 }),
    });
    const side = (p: Point): number => (p.y > 0 ? 1 : 0);
    fc.assert(
      fc.property(fc.array(step, { minLength: 2, maxLength: 30 }), (walk) => {
        const net = walk.slice(1).reduce((sum, to, index) => {
          const from = walk[index];
          return from === undefined ? sum : sum + crossing(from, to, wide);
        }, 0);
        const [first, last] = [walk[0], walk.at(-1)];
        if (!first || !last) throw new Error('an empty walk');
        expect(net).toBe(side(last) - side(first));
      }),
    );
  });
});
