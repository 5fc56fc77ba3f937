import { applyHomography, estimateHomography } from '@throng/crowd';
import { createCamera, sees, venueCameras } from '@throng/simulation';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arena } from './arena.js';

describe('a pinhole camera', () => {
  it('[U] what it looks at is in the middle of its image', () => {
    const camera = createCamera({
      position: { x: 3, y: -4, z: 8 },
      lookAt: { x: 5, y: 9, z: 0 },
      fieldOfView: 60,
      width: 640,
      height: 384,
    });
    const seen = camera.project({ x: 5, y: 9, z: 0 });
    expect(seen?.x).toBeCloseTo(320, 6);
    expect(seen?.y).toBeCloseTo(192, 6);
    expect(camera.project({ x: 3, y: -20, z: 8 })).toBeUndefined();
  });

  it('[U] half the field of view is half the image', () => {
    const camera = createCamera({
      position: { x: 0, y: 0, z: 5 },
      lookAt: { x: 0, y: 10, z: 5 },
      fieldOfView: 90,
      width: 600,
      height: 400,
    });
    expect(camera.project({ x: 10, y: 10, z: 5 })?.x).toBeCloseTo(600, 6);
    expect(camera.project({ x: 0, y: 10, z: 6 })?.y).toBeCloseTo(170, 6);
  });

  it('[U] from the floor to the image and back is the same place', () => {
    const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });
    fc.assert(
      fc.property(number(3, 15), number(-9, 9), number(6, 30), number(0, 2), (z, x, y, height) => {
        const camera = createCamera({
          position: { x: 0, y: 0, z },
          lookAt: { x: 0, y: 12, z: 0 },
          fieldOfView: 70,
          width: 640,
          height: 384,
        });
        const seen = camera.project({ x, y, z: height });
        const back = seen && camera.toGround(seen, height);
        expect(back?.x).toBeCloseTo(x, 6);
        expect(back?.y).toBeCloseTo(y, 6);
      }),
    );
  });
});

describe('the cameras of the arena', () => {
  const cameras = venueCameras(arena());

  it.each(cameras)(
    '[U] $id sees whoever stands on the ground it answers for',
    ({ camera, area }) => {
      for (const corner of area) expect(sees(camera, corner, 1.75)).toBe(true);
    },
  );

  it.each(cameras)('[U] $id hangs 6 to 10 m high', ({ camera }) => {
    expect(camera.position.z).toBeGreaterThanOrEqual(6);
    expect(camera.position.z).toBeLessThanOrEqual(10);
  });

  it.each(cameras)('[U] the pairs of $id give its homography', ({ camera, pairs }) => {
    const estimate = estimateHomography(pairs);
    if (!estimate.ok) throw new Error(estimate.message);
    expect(estimate.value.maxErrorMetres).toBeLessThan(1e-6);
    const pixel = { x: camera.width * 0.4, y: camera.height * 0.6 };
    const ground = camera.toGround(pixel);
    const estimated = applyHomography(estimate.value.pixelToGround, pixel);
    expect(estimated?.x).toBeCloseTo(ground?.x ?? Number.NaN, 5);
    expect(estimated?.y).toBeCloseTo(ground?.y ?? Number.NaN, 5);
  });
});
