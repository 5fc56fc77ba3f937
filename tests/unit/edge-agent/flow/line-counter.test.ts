import type { Point } from '@throng/crowd';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LineCounter, type LineCrossing } from '../../../../edge-agent/src/flow/line-counter.js';

const line = { from: { x: 0, y: 0 }, to: { x: 0, y: 4 } };
const interval = 200;

/** The crossings of one walk; by default of somebody who is confirmed. */
const crossingsOf = (
  places: readonly Point[],
  hysteresis = 0.3,
  walker = { isConfirmed: true },
): LineCrossing[] => {
  const counter = new LineCounter(line, hysteresis);
  return places.slice(1).flatMap((to, index) => {
    const from = places[index] ?? to;
    return [...counter.step(walker, { from, to, at: interval * (index + 1) })];
  });
};

const at = (...xs: number[]): Point[] => xs.map((x) => ({ x, y: 2 }));
const net = (crossings: readonly LineCrossing[]): number =>
  crossings.reduce((sum, { direction }) => sum + direction, 0);

/** Walks that begin and end well away from the line. */
const wander = fc
  .array(fc.double({ min: -2, max: 2, noNaN: true }), { minLength: 3, maxLength: 30 })
  .chain((inner) =>
    fc
      .tuple(fc.constantFrom(-1, 1), fc.constantFrom(-1, 1))
      .map(([first, last]) => at(first, ...inner, last)),
  );

describe('[U] line counter', () => {
  it('counts from right to left as in, from left to right as out', () => {
    // The line points to +y: its left is where x is negative.
    expect(crossingsOf(at(1, 0.5, -0.5, -1))).toMatchObject([{ direction: 1 }]);
    expect(crossingsOf(at(-1, -0.5, 0.5, 1))).toMatchObject([{ direction: -1 }]);
  });

  it('gives a crossing the time and the place of its first step over the line', () => {
    const [crossing] = crossingsOf(at(1, 0.1, -0.1, -0.2, -1));
    expect(crossing?.at).toBe(2 * interval);
    expect(crossing?.place).toEqual({ x: 0, y: 2 });
  });

  it('counts one who wavers on the line once, or not at all', () => {
    expect(crossingsOf(at(1, 0.1, -0.1, 0.1, -0.2, 0.2, -1))).toHaveLength(1);
    expect(crossingsOf(at(1, 0.1, -0.1, 0.1, -0.2, 0.2, 1))).toEqual([]);
  });

  it('leaves out who goes round the line’s end', () => {
    const round = [
      { x: 1, y: 2 },
      { x: 1, y: 5 },
      { x: -1, y: 5 },
      { x: -1, y: 2 },
    ];
    expect(crossingsOf(round)).toEqual([]);
  });

  it('counts a track that is not confirmed when it is, and never before', () => {
    const counter = new LineCounter(line, 0.3);
    const walker = { isConfirmed: false };
    expect(counter.step(walker, { from: { x: 1, y: 2 }, to: { x: -1, y: 2 }, at: 1 })).toEqual([]);
    walker.isConfirmed = true;
    const next = counter.step(walker, { from: { x: -1, y: 2 }, to: { x: -2, y: 2 }, at: 2 });
    expect(next).toMatchObject([{ direction: 1, at: 1 }]);
  });

  it('whatever a walk does near the line, it nets what its ends say', () => {
    fc.assert(
      fc.property(wander, (places) => {
        const [first, last] = [places[0]?.x ?? 0, places.at(-1)?.x ?? 0];
        expect(net(crossingsOf(places))).toBe((Math.sign(first) - Math.sign(last)) / 2);
      }),
    );
  });

  it('back in time, in becomes out', () => {
    fc.assert(
      fc.property(wander, (places) => {
        const forth = crossingsOf(places).map(({ direction }) => direction);
        const back = crossingsOf(places.toReversed()).map(({ direction }) => direction);
        expect(back.toReversed()).toEqual(forth.map((direction) => -direction));
      }),
    );
  });

  it('lost frames change no count of who walks on', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 30, maxLength: 30 }), (kept) => {
        const all = at(...Array.from({ length: 30 }, (_, step) => 3 - 0.2 * step));
        const seen = all.filter((_, step) => step < 2 || step > 27 || kept[step] === true);
        expect(crossingsOf(seen).map(({ direction }) => direction)).toEqual([1]);
      }),
    );
  });
});
