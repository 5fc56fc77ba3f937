import {
  distance,
  estimateCameraPosition,
  estimateHomography,
  groundErrorPerPixel,
} from '@throng/crowd';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  anyCamera,
  groundIn,
  imageSize,
  marks,
  type SyntheticCamera,
} from '../support/synthetic-camera.js';

const estimateOf = (camera: SyntheticCamera, mirrored = false) => {
  const pairs = marks(camera).map(({ pixel, ground }) => ({
    pixel,
    ground: mirrored ? { x: ground.x, y: -ground.y } : ground,
  }));
  const estimate = estimateHomography(pairs);
  if (!estimate.ok) throw new Error(estimate.message);
  return estimateCameraPosition(estimate.value.pixelToGround, imageSize);
};

describe('where the camera hangs, read from its homography', () => {
  it('[U] place, height and focal length of any tilted camera are found', () => {
    fc.assert(
      fc.property(anyCamera, (camera) => {
        const found = estimateOf(camera);
        expect(found).toBeDefined();
        if (found === undefined) return;
        expect(distance(found, camera.position)).toBeLessThan(1e-4);
        expect(found.z).toBeCloseTo(camera.position.z, 4);
        expect(found.focalPixels / camera.focalPixels).toBeCloseTo(1, 5);
      }),
    );
  });

  it('[U] a ground plan with y down, as on a screen, still gives a positive height', () => {
    const camera = { position: { x: 3, y: 4, z: 6 }, pan: 1, tilt: 0.5, focalPixels: 1000 };
    const found = estimateOf(camera, true);
    expect(found?.z).toBeCloseTo(6, 6);
    expect(found?.y).toBeCloseTo(-4, 6);
  });

  it('[U] a camera that looks straight down shows no perspective: undefined', () => {
    const camera = { position: { x: 0, y: 0, z: 6 }, pan: 0, tilt: Math.PI / 2, focalPixels: 1000 };
    expect(estimateOf(camera)).toBeUndefined();
  });

  it('[U] a matrix that no camera with square pixels makes: undefined', () => {
    const impossible = [1, 0, 0, 0, 3, 0, 0.0001, 0, 1];
    expect(estimateCameraPosition(impossible, imageSize)).toBeUndefined();
  });
});

describe('ground error per pixel', () => {
  it('[U] straight ahead it is the shift of the ground point in the next pixel', () => {
    const [height, focalPixels, tilt] = [8, 1000, 0.5];
    const camera = { position: { x: 0, y: 0, z: height }, pan: 0, tilt, focalPixels };
    const middle = groundIn(camera, { x: 960, y: 540 });
    const { radial, lateral } = groundErrorPerPixel(middle.x, height, focalPixels);
    expect(distance(middle, groundIn(camera, { x: 961, y: 540 }))).toBeCloseTo(lateral, 4);
    expect(distance(middle, groundIn(camera, { x: 960, y: 541 }))).toBeCloseTo(radial, 3);
  });

  it('[U] a camera on the ground, or one without a focal length, is refused', () => {
    expect(() => groundErrorPerPixel(10, 0, 1000)).toThrow(RangeError);
    expect(() => groundErrorPerPixel(10, 5, Number.NaN)).toThrow(RangeError);
  });
});
