import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { overlap } from '../../../../packages/inference/src/detection/box.js';
import {
  decodeYolox,
  yoloxRows,
} from '../../../../packages/inference/src/detection/decode-yolox.js';
import {
  fromLetterbox,
  letterboxScale,
} from '../../../../packages/inference/src/detection/letterbox.js';
import { suppressNonMaxima } from '../../../../packages/inference/src/detection/non-maximum-suppression.js';

const coordinate = fc.double({ min: 0, max: 400, noNaN: true });
const side = fc.double({ min: 1, max: 120, noNaN: true });
const box = fc
  .tuple(coordinate, coordinate, side, side, fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([left, top, width, height, score]) => ({
    left,
    top,
    right: left + width,
    bottom: top + height,
    score,
  }));
const boxes = fc.array(box, { maxLength: 40 });

describe('[U] non-maximum suppression', () => {
  it('keeps no two boxes that overlap too much, and drops none without a better one over it', () => {
    fc.assert(
      fc.property(boxes, fc.double({ min: 0.1, max: 0.9, noNaN: true }), (all, limit) => {
        const kept = suppressNonMaxima(all, limit);
        for (const [index, a] of kept.entries()) {
          for (const b of kept.slice(index + 1)) expect(overlap(a, b)).toBeLessThanOrEqual(limit);
        }
        for (const dropped of all.filter((one) => !kept.includes(one))) {
          const better = kept.some(
            (one) => one.score >= dropped.score && overlap(one, dropped) > limit,
          );
          expect(better).toBe(true);
        }
      }),
    );
  });

  it('changes nothing the second time, and does not depend on the order', () => {
    fc.assert(
      fc.property(boxes, (all) => {
        fc.pre(new Set(all.map(({ score }) => score)).size === all.length);
        const kept = suppressNonMaxima(all, 0.45);
        expect(suppressNonMaxima(kept, 0.45)).toEqual(kept);
        expect(suppressNonMaxima(all.toReversed(), 0.45)).toEqual(kept);
      }),
    );
  });

  it('measures overlap between 0 and 1, the same both ways, 1 with itself', () => {
    fc.assert(
      fc.property(box, box, (a, b) => {
        expect(overlap(a, b)).toBe(overlap(b, a));
        expect(overlap(a, b)).toBeGreaterThanOrEqual(0);
        expect(overlap(a, b)).toBeLessThanOrEqual(1 + 1e-9);
        expect(overlap(a, a)).toBeCloseTo(1, 9);
      }),
    );
  });
});

describe('[U] YOLOX output', () => {
  const input = { width: 416, height: 416 };

  it('has a row per cell of each stride', () => {
    expect(yoloxRows(input)).toBe(3_549);
  });

  it('reads a row at its cell and stride, and leaves out low scores', () => {
    const columns = 7;
    const output = new Float32Array(3_549 * columns);
    const stride16 = 52 * 52 + 26 * 3 + 5; // cell (5, 3) of stride 16
    output.set([0.5, 0.25, Math.log(2), Math.log(4), 0.8, 0.9, 0.99], stride16 * columns);
    output.set([0, 0, 0, 0, 0.5, 0.2, 0.99], 3_548 * columns);
    const [person, ...more] = decodeYolox(output, columns, input, 0.4);
    expect(more).toEqual([]);
    expect(person?.score).toBeCloseTo(0.72, 6);
    expect(person?.left).toBeCloseTo(5.5 * 16 - 16, 4);
    expect(person?.right).toBeCloseTo(5.5 * 16 + 16, 4);
    expect(person?.top).toBeCloseTo(3.25 * 16 - 32, 4);
    expect(person?.bottom).toBeCloseTo(3.25 * 16 + 32, 4);
  });
});

describe('[U] letterbox', () => {
  it('brings each box of the input back to the picture', () => {
    const length = fc.integer({ min: 64, max: 4_000 });
    fc.assert(
      fc.property(length, length, box, (width, height, original) => {
        const picture = { width, height };
        const input = { width: 416, height: 416 };
        fc.pre(original.right <= width && original.bottom <= height);
        const scale = letterboxScale(picture, input);
        expect(Math.max(width, height) * scale).toBeCloseTo(416, 6);
        const scaled = {
          left: original.left * scale,
          top: original.top * scale,
          right: original.right * scale,
          bottom: original.bottom * scale,
          score: original.score,
        };
        const back = fromLetterbox(scaled, picture, input);
        expect(back.left).toBeCloseTo(original.left, 6);
        expect(back.bottom).toBeCloseTo(original.bottom, 6);
      }),
    );
  });

  it('cuts boxes at the border of the picture', () => {
    const outside = { left: -5, top: -5, right: 500, bottom: 500, score: 1 };
    const cut = fromLetterbox(outside, { width: 832, height: 416 }, { width: 416, height: 416 });
    expect(cut).toEqual({ left: 0, top: 0, right: 832, bottom: 416, score: 1 });
  });
});
