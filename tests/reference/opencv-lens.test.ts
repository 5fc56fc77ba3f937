import { readFileSync } from 'node:fs';
import { distance, makeLens, type Point } from '@throng/crowd';
import { describe, expect, it } from 'vitest';

interface Fixture {
  readonly opencv: string;
  readonly width: number;
  readonly height: number;
  readonly cases: readonly {
    readonly name: string;
    readonly focal: number;
    readonly k1: number;
    readonly k2: number;
    readonly k3: number;
    readonly p1: number;
    readonly p2: number;
    readonly points: readonly Record<'ideal' | 'seen' | 'back', readonly [number, number]>[];
  }[];
}

const file = new URL('../fixtures/lens/opencv-lens.json', import.meta.url);
const fixture: Fixture = JSON.parse(readFileSync(file, 'utf8'));

const toPoint = ([x, y]: readonly [number, number]): Point => ({ x, y });
const off = (a: Point | undefined, b: readonly [number, number]): number =>
  a === undefined ? Number.POSITIVE_INFINITY : distance(a, toPoint(b));

/** Numbers of OpenCV 4.6 (projectPoints, undistortPointsIter); made by make_opencv_lens.py beside them. */
describe(`[U] lenses against OpenCV ${fixture.opencv}`, () => {
  it.each(fixture.cases)('$name: the same pixels within a millionth', ({ focal, points, ...k }) => {
    const lens = makeLens({ ...k, unitPixels: focal }, fixture);
    for (const { ideal, seen, back } of points) {
      expect(off(lens.distort(toPoint(ideal)), seen)).toBeLessThan(1e-6);
      expect(off(lens.undistort(toPoint(seen)), back)).toBeLessThan(1e-5);
    }
  });
});
