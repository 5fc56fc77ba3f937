import fc from 'fast-check';

const coordinate = fc.integer({ min: 0, max: 200 });
const side = fc.integer({ min: 1, max: 80 });

/** Boxes with some area, in whole pixels. */
export const box = fc
  .record({ left: coordinate, top: coordinate, width: side, height: side })
  .map(({ left, top, width, height }) => ({
    left,
    top,
    right: left + width,
    bottom: top + height,
  }));

export const detection = fc
  .tuple(box, fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([place, score]) => ({ ...place, score }));

/** Counts of a picture, marked and estimated. */
export const counted = fc.record({
  truth: fc.integer({ min: 0, max: 3_000 }),
  estimate: fc.double({ min: 0, max: 4_000, noNaN: true }),
});
