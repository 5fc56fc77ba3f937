import { distance, halfDiagonal, makeLens, noLens } from '@throng/crowd';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { imageSize } from '../support/synthetic-camera.js';

const between = (min: number, max: number) => fc.double({ min, max, noNaN: true });

/** Lenses as they are sold, from a strong barrel to a mild pincushion. */
const anyDistortion = fc.record({
  k1: between(-0.14, 0.2),
  k2: between(0, 0.04),
  k3: between(0, 0.01),
  p1: between(-0.002, 0.002),
  p2: between(-0.002, 0.002),
});

const anyPixel = fc.record({ x: between(0, imageSize.width), y: between(0, imageSize.height) });

describe('[U] lens distortion', () => {
  it('distort ∘ undistort is the identity on the whole picture', () => {
    fc.assert(
      fc.property(anyDistortion, anyPixel, (distortion, pixel) => {
        const lens = makeLens(distortion, imageSize);
        const ideal = lens.undistort(pixel);
        const back = ideal && lens.distort(ideal);
        expect(back && distance(back, pixel)).toBeLessThan(1e-6);
      }),
    );
  });

  it('undistort ∘ distort is the identity wherever the lens has a picture', () => {
    fc.assert(
      fc.property(anyDistortion, anyPixel, (distortion, ideal) => {
        const lens = makeLens(distortion, imageSize);
        const seen = lens.distort(ideal);
        fc.pre(seen !== undefined);
        const back = seen && lens.undistort(seen);
        expect(back && distance(back, ideal)).toBeLessThan(1e-5);
      }),
    );
  });

  it('leaves the centre where it is and moves a corner by k1 of its distance', () => {
    const lens = makeLens({ k1: -0.1 }, imageSize);
    const centre = { x: 960, y: 540 };
    expect(lens.distort(centre)).toEqual(centre);
    const corner = lens.distort({ x: 0, y: 0 });
    expect(corner && distance(corner, centre)).toBeCloseTo(0.9 * halfDiagonal(imageSize), 6);
  });

  it('a barrel has an edge beyond which nothing is seen, and never folds back into the picture', () => {
    const lens = makeLens({ k1: -0.2 }, imageSize);
    expect(lens.distort({ x: 960 + 9_000, y: 540 })).toBeUndefined();
    expect(lens.undistort({ x: -900, y: -600 })).toBeUndefined();
  });

  it('OpenCV’s coefficients hold with its focal length as the unit', () => {
    const own = makeLens({ k1: -0.2 * (halfDiagonal(imageSize) / 1_500) ** 2 }, imageSize);
    const theirs = makeLens({ k1: -0.2, unitPixels: 1_500 }, imageSize);
    const pixel = { x: 200, y: 900 };
    const [a, b] = [own.undistort(pixel), theirs.undistort(pixel)];
    expect(a && b && distance(a, b)).toBeLessThan(1e-9);
  });

  it('no lens changes nothing', () => {
    expect(noLens.distort({ x: 3, y: 4 })).toEqual({ x: 3, y: 4 });
    expect(noLens.undistort({ x: 3, y: 4 })).toEqual({ x: 3, y: 4 });
  });
});
