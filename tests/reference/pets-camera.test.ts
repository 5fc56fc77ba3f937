import { readFileSync } from 'node:fs';
import {
  distance,
  estimateCameraPosition,
  estimateHomography,
  type PointPair,
} from '@throng/crowd';
import { describe, expect, it } from 'vitest';
import { availability, sharedData } from './support/shared-data.js';

const folder = 'pets2009-s1l1';
const { present, note } = availability(folder);

interface Truth {
  readonly width: number;
  readonly height: number;
  readonly camera_position_m: readonly [number, number, number];
  readonly calibration_pairs: readonly {
    readonly pixel: readonly [number, number];
    readonly ground: readonly [number, number];
  }[];
}

const readTruth = (): Truth => JSON.parse(readFileSync(sharedData(folder, 'truth.json'), 'utf8'));

const toPairs = (truth: Truth): PointPair[] =>
  truth.calibration_pairs.map(({ pixel, ground }) => ({
    pixel: { x: pixel[0], y: pixel[1] },
    ground: { x: ground[0], y: ground[1] },
  }));

describe.runIf(present)(`against the surveyed camera of PETS 2009, view 1${note}`, () => {
  it('[U] eight pairs give a homography within 5 cm (rms) and one pixel', () => {
    const estimate = estimateHomography(toPairs(readTruth()));
    expect(estimate).toMatchObject({ ok: true });
    if (!estimate.ok) return;
    expect(estimate.value.rmsErrorMetres).toBeLessThan(0.05);
    expect(estimate.value.rmsErrorPixels).toBeLessThan(1);
  });

  it('[U] the camera is found within 25 cm of its surveyed place and 5 % of its height', () => {
    const truth = readTruth();
    const estimate = estimateHomography(toPairs(truth));
    if (!estimate.ok) throw new Error(estimate.message);
    const camera = estimateCameraPosition(estimate.value.pixelToGround, truth);
    const [x, y, z] = truth.camera_position_m;
    expect(distance(camera ?? { x: 0, y: 0 }, { x, y })).toBeLessThan(0.25);
    expect(Math.abs((camera?.z ?? 0) / z - 1)).toBeLessThan(0.05);
  });
});
