import {
  applyHomography,
  area,
  composeHomographies,
  estimateHomography,
  invertHomography,
  jacobianDeterminant,
  orientHomography,
  projectPolygon,
} from '@throng/crowd';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { square } from '../support/arbitraries.js';
import { anyCamera, marks } from '../support/synthetic-camera.js';

const doubling = [2, 0, 0, 0, 2, 0, 0, 0, 1];
const shift = [1, 0, 10, 0, 1, 20, 0, 0, 1];
/** Its horizon is the line y = 100; it sees what lies below, at greater y. */
const withHorizon = [1, 0, 0, 0, 1, 0, 0, 0.01, -1];

describe('applying a homography', () => {
  it('[U] a point at or beyond the horizon has no image', () => {
    expect(applyHomography(withHorizon, { x: 5, y: 200 })).toEqual({ x: 5, y: 200 });
    expect(applyHomography(withHorizon, { x: 5, y: 100 })).toBeUndefined();
    expect(applyHomography(withHorizon, { x: 5, y: 50 })).toBeUndefined();
    expect(jacobianDeterminant(withHorizon, { x: 5, y: 100 })).toBeUndefined();
  });

  it('[U] a polygon that reaches the horizon has no image', () => {
    expect(projectPolygon(withHorizon, square(60, 0, 150))).toHaveLength(4);
    expect(projectPolygon(withHorizon, square(60, 0, 90))).toBeUndefined();
  });

  it('[U] composing applies the first before the second', () => {
    const both = composeHomographies(doubling, shift);
    expect(applyHomography(both, { x: 1, y: 2 })).toEqual({ x: 22, y: 44 });
  });

  it('[U] a matrix with the wrong sign is turned so that the camera sees the point', () => {
    const flipped = withHorizon.map((entry) => -entry);
    expect(orientHomography(flipped, { x: 5, y: 200 })).toEqual(withHorizon);
    expect(orientHomography(withHorizon, { x: 5, y: 200 })).toBe(withHorizon);
    expect(orientHomography(withHorizon, { x: 5, y: 100 })).toBe(withHorizon);
  });

  it('[U] a matrix that maps the plane to a line has no way back', () => {
    expect(() => invertHomography([1, 0, 0, 1, 0, 0, 0, 0, 1])).toThrow(/singular/);
  });

  it.each([[[1, 2, 3]], [[1, 0, 0, 0, 1, 0, 0, 0, Number.NaN]]])('[U] %s is no homography', (h) => {
    expect(() => invertHomography(h)).toThrow(/nine finite numbers/);
  });
});

describe('the ground area of a pixel', () => {
  it('[U] a scaling by two makes each pixel four square metres', () => {
    expect(jacobianDeterminant(doubling, { x: 7, y: 9 })).toBe(4);
  });

  it('[U] it is the limit of the area of a projected pixel, for any camera', () => {
    const pixel = { x: 900, y: 800 };
    fc.assert(
      fc.property(anyCamera, (camera) => {
        const estimate = estimateHomography(marks(camera));
        if (!estimate.ok) throw new Error(estimate.message);
        const { pixelToGround } = estimate.value;
        const size = 0.1;
        const corner = square(size, pixel.x - size / 2, pixel.y - size / 2);
        const measured = area(projectPolygon(pixelToGround, corner) ?? []) / size ** 2;
        const exact = jacobianDeterminant(pixelToGround, pixel) ?? Number.NaN;
        expect(Math.abs(measured / exact - 1)).toBeLessThan(1e-4);
      }),
    );
  });
});
