import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { workingSize } from '../../../../edge-agent/src/stages/working-size.js';

describe('[U] working size', () => {
  it('keeps a picture that fits', () => {
    expect(workingSize({ width: 768, height: 576 }, 1024)).toEqual({ width: 768, height: 576 });
  });

  it('is at most as wide as wanted, in steps of 32, with the aspect kept within the rounding', () => {
    const side = fc.integer({ min: 200, max: 8_000 });
    fc.assert(
      fc.property(side, side, (width, height) => {
        fc.pre(width / height < 4 && height / width < 4);
        const size = workingSize({ width, height }, 1024);
        expect((size.width % 32) + (size.height % 32)).toBe(0);
        expect(size.width).toBeLessThanOrEqual(1024);
        expect(Math.abs(size.height - (height * size.width) / width)).toBeLessThanOrEqual(16);
      }),
    );
  });
});
