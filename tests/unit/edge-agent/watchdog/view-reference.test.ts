import { describe, expect, it } from 'vitest';
import { Background } from '../../../../edge-agent/src/watchdog/background.js';
import { maskedCells } from '../../../../edge-agent/src/watchdog/masked-cells.js';
import {
  isReference,
  orientationsIn,
  ReferenceSum,
} from '../../../../edge-agent/src/watchdog/view-reference.js';
import { CELLS, orientationsOf } from '../../../../edge-agent/src/watchdog/view-signature.js';
import { type Painting, paint } from '../support/painted-place.js';

/** What would be kept of two minutes of these pictures. */
const learnt = (
  painting: (second: number) => Painting,
  ignored: ReadonlySet<number> = new Set(),
): string | undefined => {
  const background = new Background();
  const sum = new ReferenceSum();
  for (let second = 0; second < 150; second += 1) {
    background.add(paint({ moment: second, ...painting(second) }), second * 1_000);
    const median = second % 10 === 0 ? background.median() : undefined;
    if (median !== undefined) sum.add(orientationsOf(median));
  }
  return sum.reference(ignored);
};

const reference = (painting: (second: number) => Painting): string => {
  const found = learnt(painting);
  if (found === undefined) throw new Error('too little of the place lasts');
  return found;
};

/** Share of the cells in which two references say the same, or nearly: one direction of 32 beside. */
const sameness = (a: string, b: string): number => {
  const [one, other] = [orientationsIn(a), orientationsIn(b)];
  const near = Array.from({ length: CELLS }, (_, cell) => {
    const [c, s] = [one.cosines[cell] ?? 0, one.sines[cell] ?? 0];
    const [d, t] = [other.cosines[cell] ?? 0, other.sines[cell] ?? 0];
    return (
      (c === 0 && s === 0 && d === 0 && t === 0) || c * d + s * t > Math.cos((2.5 * Math.PI) / 32)
    );
  });
  return near.filter(Boolean).length / CELLS;
};

describe('[U] what is kept of where a camera looks', () => {
  it('science.md privacy 5: is 432 letters of 33, whatever the camera shows', () => {
    const kept = reference((second) => ({ people: 60, moment: second }));
    expect(kept).toMatch(/^[A-Z0-5-]{432}$/);
    expect(isReference(kept)).toBe(true);
    expect(isReference(`${kept}A`)).toBe(false);
    expect(isReference(kept.replace('-', '9'))).toBe(false);
  });

  it('science.md privacy 2: two crowds before the same place give nearly the same', () => {
    const one = reference((second) => ({ people: 60, moment: second }));
    const other = reference((second) => ({ people: 60, moment: second + 5_000 }));
    const empty = reference(() => ({}));
    expect(sameness(one, other)).toBeGreaterThan(0.93);
    expect(sameness(one, empty)).toBeGreaterThan(0.9);
    expect(
      sameness(
        one,
        reference(() => ({ place: 2 })),
      ),
    ).toBeLessThan(0.6);
  });

  it('science.md privacy 2: of a crowd alone, before a bare wall, nothing is kept', () => {
    const crowd = (second: number) => ({ place: 0, people: 200, moment: second });
    expect(learnt(crowd)).toBeUndefined();
  });

  it('holds no brightness: half the light keeps nearly the same', () => {
    const bright = reference(() => ({}));
    const dim = reference(() => ({ light: (luma) => 20 + luma / 2 }));
    expect(sameness(bright, dim)).toBeGreaterThan(0.93);
  });

  it('leaves out the cells that a mask touches: its edges stay when the camera turns', () => {
    // a mask over the upper left quarter of a picture of 480 × 360
    const size = { width: 480, height: 360 };
    const spans = Uint32Array.from(
      Array.from({ length: 180 }, (_, row) => [row * 480 * 3, (row * 480 + 240) * 3]).flat(),
    );
    const ignored = maskedCells(spans, size);
    expect([ignored.has(0), ignored.has(8 * 24 + 11), ignored.has(12 * 24 + 20)]).toEqual([
      true,
      true,
      false,
    ]);
    const kept = learnt(() => ({}), ignored) ?? '';
    for (const cell of ignored) expect(kept[cell]).toBe('-');
  });
});
