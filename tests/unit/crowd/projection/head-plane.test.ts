import {
  applyHomography,
  distance,
  estimateHomography,
  type Homography,
  headPlaneHomography,
  headToFoot,
  jacobianDeterminant,
} from '@throng/crowd';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  anyCamera,
  groundIn,
  markedPixels,
  marks,
  type SyntheticCamera,
  see,
} from '../support/synthetic-camera.js';

const footPlane = (camera: SyntheticCamera): Homography => {
  const estimate = estimateHomography(marks(camera));
  if (!estimate.ok) throw new Error(estimate.message);
  return estimate.value.pixelToGround;
};

const nowhere = { x: Number.NaN, y: Number.NaN };
const headHeight = fc.double({ min: 0.8, max: 2.1, noNaN: true });

describe('from head pixels to the ground below', () => {
  it('[U] the head plane puts every head of any camera over its feet', () => {
    fc.assert(
      fc.property(anyCamera, headHeight, (camera, height) => {
        const heads = headPlaneHomography(footPlane(camera), camera.position, height);
        for (const pixel of markedPixels) {
          const feet = groundIn(camera, pixel);
          const head = see(camera, feet, height);
          fc.pre(head.y > 0);
          expect(distance(applyHomography(heads, head) ?? nowhere, feet)).toBeLessThan(1e-5);
        }
      }),
    );
  });

  it('[U] the step by hand is the same: project by the foot plane, then pull to the camera', () => {
    fc.assert(
      fc.property(anyCamera, (camera) => {
        const feet = groundIn(camera, { x: 800, y: 800 });
        const ray = applyHomography(footPlane(camera), see(camera, feet, 1.6)) ?? nowhere;
        expect(distance(headToFoot(ray, camera.position), feet)).toBeLessThan(1e-5);
      }),
    );
  });

  it.each([
    [4, 0.36],
    [6, 0.54],
    [10, 0.71],
  ])('[U] at %s m the foot plane would understate density to %s of the truth', (z, share) => {
    const camera = { position: { x: 0, y: 0, z }, pan: 0, tilt: 0.6, focalPixels: 1200 };
    const pixel = { x: 960, y: 700 };
    const foot = jacobianDeterminant(footPlane(camera), pixel) ?? Number.NaN;
    const heads = headPlaneHomography(footPlane(camera), camera.position);
    const head = jacobianDeterminant(heads, pixel) ?? Number.NaN;
    expect(head / foot).toBeCloseTo(share, 2);
  });

  it.each([1.6, 1, Number.NaN])('[U] a camera at %s m does not hang above heads of 1.6 m', (z) => {
    expect(() => headToFoot({ x: 1, y: 1 }, { x: 0, y: 0, z }, 1.6)).toThrow(/hang higher/);
  });
});
