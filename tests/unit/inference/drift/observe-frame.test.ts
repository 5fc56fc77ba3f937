import { observeFrame } from '@throng/inference';
import { describe, expect, it } from 'vitest';

describe('[U] what is observed of a frame', () => {
  const picture = { width: 16, height: 8, pixels: new Uint8Array(16 * 8 * 3).fill(255) };
  const map = { columns: 2, rows: 1, persons: Float32Array.of(0, 4) };
  const person = { left: 0, top: 0, right: 1, bottom: 1, score: 1 };

  it('is of the picture and of both models', () => {
    const seen = observeFrame(picture, [person], map);
    expect(seen).toEqual({
      brightness: expect.closeTo(1),
      sharpness: 0,
      activeShare: 0.5,
      disagreement: 0.75,
    });
  });

  it('leaves out what no model said', () => {
    expect(Object.keys(observeFrame(picture, [person], undefined))).toEqual([
      'brightness',
      'sharpness',
    ]);
    expect(observeFrame(picture, undefined, map).disagreement).toBeUndefined();
  });
});
