import {
  applyHomography,
  distance,
  estimateHomography,
  type HomographyFit,
  type PointPair,
} from '@throng/crowd';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  anyCamera,
  groundIn,
  markedPixels,
  marks,
  type SyntheticCamera,
} from '../support/synthetic-camera.js';

const camera: SyntheticCamera = {
  position: { x: 3, y: -5, z: 8 },
  pan: 1.2,
  tilt: 0.5,
  focalPixels: 1200,
};

const fitted = (pairs: readonly PointPair[]): HomographyFit => {
  const estimate = estimateHomography(pairs);
  if (!estimate.ok) throw new Error(estimate.message);
  return estimate.value;
};

const refusal = (pairs: readonly PointPair[]): string => {
  const estimate = estimateHomography(pairs);
  return estimate.ok ? 'accepted' : estimate.code;
};

/** Shakes the marks by up to `size` pixels, the same way each time. */
const shaken = (pairs: readonly PointPair[], size: number): PointPair[] =>
  pairs.map(({ pixel, ground }, index) => ({
    pixel: { x: pixel.x + size * Math.sin(7 * index), y: pixel.y + size * Math.cos(11 * index) },
    ground,
  }));

describe('fitting a homography to point pairs', () => {
  it('[U] the fit meets exact marks of any camera to a micrometre and a millionth of a pixel', () => {
    fc.assert(
      fc.property(anyCamera, (any) => {
        const fit = fitted(marks(any));
        expect(fit.maxErrorMetres).toBeLessThan(1e-6);
        expect(fit.rmsErrorPixels).toBeLessThan(1e-6);
      }),
    );
  });

  it('[U] a pixel that was no mark lands where the camera sees it, and comes back', () => {
    const inPicture = fc.record({
      x: fc.double({ min: 0, max: 1920, noNaN: true }),
      y: fc.double({ min: 560, max: 1080, noNaN: true }),
    });
    fc.assert(
      fc.property(anyCamera, inPicture, (any, pixel) => {
        const { pixelToGround, groundToPixel } = fitted(marks(any));
        const truth = groundIn(any, pixel);
        const ground = applyHomography(pixelToGround, pixel) ?? { x: Number.NaN, y: Number.NaN };
        expect(distance(ground, truth)).toBeLessThan(1e-5);
        const back = applyHomography(groundToPixel, ground) ?? { x: Number.NaN, y: Number.NaN };
        expect(distance(back, pixel)).toBeLessThan(1e-5);
      }),
    );
  });

  it('[U] four pairs are enough and are met exactly', () => {
    expect(fitted(shaken(marks(camera).slice(0, 4), 5)).rmsErrorPixels).toBeLessThan(1e-6);
  });

  it('[U] the errors of imprecise marks are reported in metres and pixels', () => {
    const fit = fitted(shaken(marks(camera), 2));
    expect(fit.rmsErrorPixels).toBeGreaterThan(0.1);
    expect(fit.rmsErrorPixels).toBeLessThan(2);
    expect(fit.residuals).toHaveLength(markedPixels.length);
    expect(fit.maxErrorMetres).toBe(Math.max(...fit.residuals));
    expect(fit.rmsErrorMetres).toBeLessThanOrEqual(fit.maxErrorMetres);
  });

  it('[U] no small change of the matrix fits the marks better in the image', () => {
    const pairs = shaken(marks(camera), 3);
    const { groundToPixel, rmsErrorPixels } = fitted(pairs);
    const rms = (h: readonly number[]): number =>
      Math.sqrt(
        pairs.reduce((sum, { pixel, ground }) => {
          const image = applyHomography(h, ground) ?? { x: 0, y: 0 };
          return sum + distance(image, pixel) ** 2;
        }, 0) / pairs.length,
      );
    groundToPixel.forEach((entry, index) => {
      for (const change of [1 - 1e-4, 1 + 1e-4]) {
        expect(rms(groundToPixel.with(index, entry * change))).toBeGreaterThan(rmsErrorPixels);
      }
    });
  });

  it('[U] the result does not depend on the order of the pairs', () => {
    const pairs = shaken(marks(camera), 2);
    const [there, back] = [fitted(pairs), fitted([...pairs].reverse())];
    expect(back.rmsErrorMetres).toBeCloseTo(there.rmsErrorMetres, 8);
  });
});

describe('pairs that give no homography are refused by name', () => {
  const pairs = marks(camera);

  it('[U] too-few-pairs', () => {
    expect(refusal(pairs.slice(0, 3))).toBe('too-few-pairs');
    expect(refusal([])).toBe('too-few-pairs');
  });

  it('[U] not-finite, naming the pair', () => {
    const broken = pairs.with(2, { pixel: { x: Number.NaN, y: 0 }, ground: { x: 0, y: 0 } });
    expect(estimateHomography(broken)).toMatchObject({
      code: 'not-finite',
      message: expect.stringContaining('Pair 3'),
    });
  });

  it('[U] duplicate-points, in the image or on the ground, naming both pairs', () => {
    const [first, second] = pairs;
    if (!first || !second) throw new Error('no marks');
    expect(refusal(pairs.with(1, { ...second, pixel: first.pixel }))).toBe('duplicate-points');
    expect(estimateHomography(pairs.with(1, { ...second, ground: first.ground }))).toMatchObject({
      code: 'duplicate-points',
      message: expect.stringContaining('Pairs 1 and 2 are the same point on the ground'),
    });
  });

  it('[U] duplicate-points when all pairs are one', () => {
    const same = { pixel: { x: 5, y: 5 }, ground: { x: 1, y: 1 } };
    expect(refusal([same, same, same, same])).toBe('duplicate-points');
  });

  it('[U] collinear-points, even with one point off the line', () => {
    const onLine = [100, 400, 700, 1000].map((x) => ({ x, y: 600 + x / 10 }));
    expect(refusal(marks(camera, onLine))).toBe('collinear-points');
    expect(refusal(marks(camera, [...onLine, { x: 900, y: 1000 }]))).toBe('collinear-points');
    expect(refusal(marks(camera, [...onLine, { x: 900, y: 1000 }, { x: 300, y: 900 }]))).toBe(
      'accepted',
    );
  });

  it('[U] ill-conditioned when all marks crowd round two spots', () => {
    const crowded = [
      { x: 500, y: 700 },
      { x: 503, y: 702 },
      { x: 1500, y: 900 },
      { x: 1502, y: 904 },
    ];
    expect(refusal(marks(camera, crowded))).toBe('ill-conditioned');
  });

  it('[U] ill-conditioned when marks contradict each other across the horizon', () => {
    const ground = [
      { x: 0, y: 0 },
      { x: 10, y: 0 },
      { x: 10, y: 10 },
      { x: 0, y: 10 },
    ];
    const twisted = [
      { x: 0, y: 0 },
      { x: 900, y: 0 },
      { x: 0, y: 900 },
      { x: 1000, y: 1000 },
    ];
    const contradiction = twisted.flatMap((pixel, index) => {
      const place = ground[index];
      return place ? [{ pixel, ground: place }] : [];
    });
    expect(refusal(contradiction)).toBe('ill-conditioned');
  });
});
