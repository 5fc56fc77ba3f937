import {
  applyHomography,
  distance,
  fitPinhole,
  type GroundLength,
  type PinholeEvidence,
  type Point,
  type StandingHeight,
} from '@throng/crowd';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clicker } from '../support/noise.js';
import { groundIn, imageSize, type SyntheticCamera, see } from '../support/synthetic-camera.js';

const camera: SyntheticCamera = {
  position: { x: 12, y: 7, z: 6.2 },
  pan: 2.1,
  tilt: 0.55,
  focalPixels: 1_300,
};

/** A place `ahead` metres in front of the camera and `right` of its line of sight. */
const place = ({ position, pan }: SyntheticCamera, ahead: number, right: number): Point => ({
  x: position.x + ahead * Math.cos(pan) + right * Math.sin(pan),
  y: position.y + ahead * Math.sin(pan) - right * Math.cos(pan),
});

const exactly = (pixel: Point): Point => pixel;

const length = (cam: SyntheticCamera, a: Point, b: Point, click = exactly): GroundLength => ({
  from: click(see(cam, a)),
  to: click(see(cam, b)),
  metres: distance(a, b),
});

const upright = (
  cam: SyntheticCamera,
  at: Point,
  metres: number,
  click = exactly,
): StandingHeight => ({
  foot: click(see(cam, at)),
  head: click(see(cam, at, metres)),
  metres,
});

const evidence = (cam: SyntheticCamera, click = exactly): PinholeEvidence => {
  const at = (ahead: number, right: number) => place(cam, ahead, right);
  return {
    imageSize,
    lengths: [
      length(cam, at(7, -2), at(7, 3), click),
      length(cam, at(16, -4), at(16, 2), click),
      length(cam, at(8, 1), at(15, 2), click),
    ],
    standing: [upright(cam, at(11, 1), 1.8, click), upright(cam, at(17, -3), 2.1, click)],
    anchors: [at(8, -2), at(14, 3)].map((ground) => ({ pixel: click(see(cam, ground)), ground })),
    cameraHeight: cam.position.z,
  };
};

const fitted = (given: PinholeEvidence) => {
  const fit = fitPinhole(given);
  if (!fit.ok) throw new Error(fit.message);
  return fit.value;
};

describe('[U] a camera from known lengths and its height', () => {
  it('is found exactly from exact marks: focal length, tilt, roll and place', () => {
    const { camera: found, pinhole, lengthErrors, standingErrors } = fitted(evidence(camera));
    expect(found.focalPixels / camera.focalPixels).toBeCloseTo(1, 4);
    expect(pinhole.tilt).toBeCloseTo(camera.tilt, 4);
    expect(pinhole.roll).toBeCloseTo(0, 4);
    expect(distance(found, camera.position)).toBeLessThan(0.01);
    expect(Math.max(...lengthErrors.map(Math.abs))).toBeLessThan(1e-3);
    expect(Math.max(...standingErrors.map(Math.abs))).toBeLessThan(1e-3);
  });

  it('finds the height too where nobody measured it', () => {
    const { cameraHeight: _, ...open } = evidence(camera);
    expect(fitted(open).camera.z).toBeCloseTo(camera.position.z, 2);
  });

  it('needs no length on the floor where people of known height stand about', () => {
    const { lengths: _, standing, ...rest } = evidence(camera);
    const more = upright(camera, place(camera, 7, -1), 1.75);
    const fit = fitted({ ...rest, lengths: [], standing: [...standing, more] });
    expect(fit.camera.focalPixels / camera.focalPixels).toBeCloseTo(1, 3);
  });

  it('keeps the ground within 3 % of the distance for cameras of all kinds, clicked to a pixel', () => {
    const between = (min: number, max: number) => fc.double({ min, max, noNaN: true });
    const anyCamera = fc.record({
      position: fc.record({ x: between(-20, 20), y: between(-20, 20), z: between(4, 12) }),
      pan: between(0, 6.28),
      tilt: between(0.35, 0.9),
      focalPixels: between(800, 1_800),
    });
    fc.assert(
      fc.property(anyCamera, fc.integer({ min: 1, max: 1e6 }), (cam, seed) => {
        const far = groundIn(cam, { x: 960, y: 250 });
        const reach = distance(far, cam.position);
        fc.pre(reach < 45);
        const near = distance(groundIn(cam, { x: 960, y: 950 }), cam.position);
        const at = (share: number, right: number) =>
          place(cam, near + share * (reach - near), right);
        const click = clicker(seed, 1);
        const given: PinholeEvidence = {
          imageSize,
          lengths: [
            length(cam, at(0.1, -1.5), at(0.1, 1.5), click),
            length(cam, at(0.9, -2), at(0.9, 2), click),
            length(cam, at(0.2, 0.5), at(0.8, 0.5), click),
            length(cam, at(0.5, -2), at(0.5, 2), click),
          ],
          standing: [upright(cam, at(0.4, 1), 1.8, click), upright(cam, at(0.7, -1), 1.8, click)],
          anchors: [at(0.1, -1), at(0.9, 1)].map((ground) => ({
            pixel: click(see(cam, ground)),
            ground,
          })),
          cameraHeight: cam.position.z,
        };
        const { pixelToGround } = fitted(given);
        for (const share of [0.2, 0.5, 0.8]) {
          const truth = at(share, 0.7);
          const found = applyHomography(pixelToGround, see(cam, truth));
          expect(found && distance(found, truth)).toBeLessThan(
            0.03 * distance(truth, cam.position) + 0.05,
          );
        }
      }),
      // The same hands each time: of a thousand that click at random one errs by more.
      { numRuns: 25, seed: 4 },
    );
  });

  it('needs two marks to lie on the plan', () => {
    const given = { ...evidence(camera), anchors: [] };
    expect(fitPinhole(given)).toMatchObject({ ok: false, code: 'too-few-anchors' });
  });

  it('says how many lengths are missing', () => {
    const { cameraHeight: _, ...open } = evidence(camera);
    expect(fitPinhole({ ...open, lengths: [], standing: [] })).toMatchObject({
      code: 'too-few-lengths',
      message: expect.stringContaining('2 more'),
    });
  });

  it('refuses lengths from which focal length and height cannot be told apart', () => {
    const { cameraHeight: _, ...open } = evidence(camera);
    const at = (ahead: number, right: number) => place(camera, ahead, right);
    const alike = [0, 0.3, 0.6].map((shift) =>
      length(camera, at(11 + shift, -1), at(11 + shift, 1)),
    );
    const anchors = [at(11, -1), at(11, 1)].map((ground) => ({
      pixel: see(camera, ground),
      ground,
    }));
    expect(fitPinhole({ ...open, anchors, lengths: alike, standing: [] })).toMatchObject({
      ok: false,
      code: 'ill-conditioned',
    });
  });
});
