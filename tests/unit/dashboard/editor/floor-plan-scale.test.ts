import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  placedFloorPlan,
  scaledByLength,
} from '../../../../dashboard/src/state/editor/floor-plan-scale.js';

const image = 'ab'.repeat(32);

describe('[U] a floor plan', () => {
  it('is put under the venue, as wide as it, with its own proportions', () => {
    const extent = { minX: 2, minY: 4, maxX: 82 };
    expect(placedFloorPlan(image, { width: 2_000, height: 1_000 }, extent)).toEqual({
      image,
      origin: [2, 4],
      width: 80,
      height: 40,
    });
    expect(placedFloorPlan(image, { width: 500, height: 1_000 }, null)).toMatchObject({
      width: 100,
      height: 200,
    });
  });

  it('is scaled by a known length; the first point stays where it is', () => {
    const plan = { image, origin: [0, 0] as [number, number], width: 100, height: 50 };
    expect(
      scaledByLength(
        plan,
        [
          [10, 10],
          [30, 10],
        ],
        5,
      ),
    ).toEqual({
      image,
      origin: [7.5, 7.5],
      width: 25,
      height: 12.5,
    });
  });

  it('keeps its proportions, and gives the length that was told', () => {
    const metre = fc.double({ min: -500, max: 500, noNaN: true });
    fc.assert(
      fc.property(
        metre,
        metre,
        fc.double({ min: 5, max: 90, noNaN: true }),
        fc.double({ min: 1, max: 200, noNaN: true }),
        (x, y, drawn, told) => {
          const plan = { image, origin: [x, y] as [number, number], width: 120, height: 80 };
          const scaled = scaledByLength(
            plan,
            [
              [x, y],
              [x + drawn, y],
            ],
            told,
          );
          expect((scaled?.width ?? 0) / 120).toBeCloseTo(told / drawn, 3);
          expect((scaled?.width ?? 0) / (scaled?.height ?? 0)).toBeCloseTo(1.5, 2);
        },
      ),
    );
  });

  it('cannot be scaled by one point twice, or by no length', () => {
    const plan = { image, origin: [0, 0] as [number, number], width: 100, height: 50 };
    expect(
      scaledByLength(
        plan,
        [
          [1, 1],
          [1, 1],
        ],
        5,
      ),
    ).toBeUndefined();
    for (const length of [0, -1, Number.NaN]) {
      expect(
        scaledByLength(
          plan,
          [
            [1, 1],
            [2, 1],
          ],
          length,
        ),
      ).toBeUndefined();
    }
  });
});
