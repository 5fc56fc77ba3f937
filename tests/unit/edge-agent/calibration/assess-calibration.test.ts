import { distance, makeLens, type Point } from '@throng/crowd';
import { describe, expect, it } from 'vitest';
import { assessCalibration } from '../../../../edge-agent/src/calibration/assess-calibration.js';
import type { Assessment } from '../../../../edge-agent/src/calibration/assessment.js';
import { placeOfPixel } from '../../../../edge-agent/src/calibration/ground-picture.js';
import type { Calibration } from '../../../../edge-agent/src/settings/calibration-settings.js';
import { solveGround } from '../../../../edge-agent/src/stages/solve-ground.js';
import { clicker } from '../../crowd/support/noise.js';
import { pixelOf, position, size } from '../support/sample-camera.js';

const area = [
  { x: 0, y: 0 },
  { x: 10, y: 0 },
  { x: 10, y: 10 },
  { x: 0, y: 10 },
];

const places: readonly Point[] = [
  { x: 2, y: 0 },
  { x: 8, y: 0 },
  { x: 0.5, y: 5 },
  { x: 9.5, y: 5 },
  { x: 1, y: 10 },
  { x: 9, y: 10 },
  { x: 5, y: 3 },
  { x: 4, y: 7 },
];

const marked = (
  count = places.length,
  click: (pixel: Point) => Point = (pixel) => pixel,
): Calibration => ({
  imageSize: [size.width, size.height],
  headHeight: 1.6,
  pairs: places.slice(0, count).map((place) => {
    const { x, y } = click(pixelOf(place));
    return { pixel: [x, y], ground: [place.x, place.y] };
  }),
});

const assess = (calibration: Calibration) =>
  assessCalibration({ calibration, area, workingWidth: size.width });

const assessed = (calibration: Calibration): Assessment => {
  const found = assess(calibration);
  if (!found.ok) throw new Error(found.message);
  return found;
};

/** The calibration with one pair's place on the plan moved. */
const misplaced = (calibration: Calibration, index: number, by: Point): Calibration => {
  const pair = calibration.pairs[index];
  if (pair === undefined) throw new Error(`there is no pair ${index}`);
  const [x, y] = pair.ground;
  return {
    ...calibration,
    pairs: calibration.pairs.with(index, { ...pair, ground: [x + by.x, y + by.y] }),
  };
};

describe('[U] what a calibration amounts to', () => {
  it('camera, height, focal length, tilt and reach of a camera that is known', () => {
    const { camera, pairs, reachMetres, rmsMetres } = assessed(marked());
    expect(distance(camera, position)).toBeLessThan(0.01);
    expect(camera.height).toBeCloseTo(position.z, 2);
    expect(camera.focalPixels).toBeCloseTo(520, 0);
    expect(camera.tilt).toBeCloseTo(35, 1);
    expect(rmsMetres).toBeLessThan(1e-6);
    expect(pairs.some(({ isSuspect }) => isSuspect)).toBe(false);
    // (d² + h²)/(h·f) = 0.25 m per pixel
    const d = reachMetres ?? 0;
    expect((d ** 2 + position.z ** 2) / (position.z * 520)).toBeCloseTo(0.25, 4);
  });

  it('names the pair that is off, whichever it is', () => {
    for (const [index] of places.entries()) {
      const found = assessed(
        misplaced(marked(8, clicker(index + 1, 0.7)), index, { x: 1, y: 0.6 }),
      );
      expect(found.pairs.flatMap(({ isSuspect }, at) => (isSuspect ? [at] : []))).toEqual([index]);
      expect(found.warnings.join()).toContain(`Pair ${index + 1} is off`);
      expect(found.pairs[index]?.unseenMetres).toBeGreaterThan(0.8);
    }
  });

  it('names none among pairs that are only clicked roughly', () => {
    const suspects = Array.from({ length: 20 }, (_, seed) =>
      assessed(marked(8, clicker(seed + 1, 1.5))).pairs.some(({ isSuspect }) => isSuspect),
    );
    expect(suspects.filter(Boolean).length).toBeLessThanOrEqual(1);
  });

  it('says that with five pairs nobody can say which one is off', () => {
    const found = assessed(misplaced(marked(5), 2, { x: 1, y: 1 }));
    expect(found.pairs.some(({ isSuspect }) => isSuspect)).toBe(false);
    expect(found.warnings.join()).toContain('nobody can say which');
  });

  it('says that four pairs say nothing of themselves', () => {
    expect(assessed(marked(4)).warnings.join()).toContain('Four pairs always fit');
  });

  it('expects an error that grows with the distance', () => {
    const careful = assessed(marked());
    const errors = careful.errors.map(({ expectedMetres }) => expectedMetres);
    expect(errors.length).toBeGreaterThan(1);
    expect(errors).toEqual(errors.toSorted((a, b) => a - b));
  });

  it('the expected error is what clicks of a pixel do to a place: within a third, over 60 hands', () => {
    const place = { x: 5.25, y: 9.25 };
    const cells = assessed(marked()).errorMap.cells;
    const cell = cells.find(({ x, y }) => x === 5 && y === 9);
    const misses = Array.from({ length: 60 }, (_, seed) => {
      const click = clicker(seed + 1, 1);
      const solved = solveGround(marked(8, click));
      const found = solved.ok ? placeOfPixel(solved.value, click(pixelOf(place))) : undefined;
      return found === undefined ? Number.POSITIVE_INFINITY : distance(found, place);
    });
    const rms = Math.sqrt(misses.reduce((sum, miss) => sum + miss ** 2, 0) / misses.length);
    expect(rms / (cell?.metres ?? 0)).toBeGreaterThan(0.66);
    expect(rms / (cell?.metres ?? 0)).toBeLessThan(1.5);
  });

  it('counts the whole ground it sees, and draws a grid of whole metres over it', () => {
    const { errorMap, grid, seenArea, wholeArea } = assessed(marked());
    expect(wholeArea).toBe(100);
    expect(seenArea).toBeGreaterThan(60);
    expect(errorMap.cells.length).toBeGreaterThan(100);
    expect(grid.filter(({ isMajor }) => isMajor).length).toBeGreaterThanOrEqual(3);
  });

  it('tells a lens by how far it moves the corner', () => {
    const lens = makeLens({ k1: -0.08 }, size);
    const bent = marked(8, (pixel) => lens.distort(pixel) ?? pixel);
    const found = assessed({ ...bent, distortion: { model: 'brown-conrady', k1: -0.08 } });
    expect(found.lens?.cornerPixels).toBeCloseTo(-0.08 * 400, 6);
    expect(found.rmsMetres).toBeLessThan(1e-6);
  });
});

describe('[U] what is no calibration', () => {
  const messageOf = (calibration: Calibration): string => {
    const found = assess(calibration);
    return found.ok ? '' : found.message;
  };

  it('too few pairs', () => {
    expect(messageOf(marked(3))).toContain('at least 4');
  });

  it('marks along one line', () => {
    const line = [0, 2, 4, 6, 8].map((y) => {
      const { x, y: py } = pixelOf({ x: 5, y });
      return { pixel: [x, py] as [number, number], ground: [5, y] as [number, number] };
    });
    expect(messageOf({ ...marked(), pairs: line })).toContain('on a line');
  });

  it('a mirrored plan', () => {
    const mirrored = marked().pairs.map(({ ground: [x, y], pixel }) => ({
      pixel,
      ground: [-x, y] as [number, number],
    }));
    expect(messageOf({ ...marked(), pairs: mirrored })).toContain('mirrored');
  });

  it('a mark in the sky', () => {
    const sky = { pixel: [300, 2] as [number, number], ground: [5, 4] as [number, number] };
    const found = assess({ ...marked(5), pairs: [...marked(4).pairs, sky] });
    const said = found.ok ? found.warnings.join() : found.message;
    expect(said).toMatch(/horizon|miss by/);
  });
});
