import { area, containsPoint, distance, makeLens, type Point } from '@throng/crowd';
import { describe, expect, it } from 'vitest';
import type { Calibration } from '../../../../edge-agent/src/settings/calibration-settings.js';
import { calibrate, footPlace } from '../../../../edge-agent/src/stages/calibrate.js';
import {
  type CameraViewRequest,
  makeCameraView,
} from '../../../../edge-agent/src/stages/camera-view.js';
import { projectDensity } from '../../../../edge-agent/src/stages/density-projection.js';
import { projectDetections } from '../../../../edge-agent/src/stages/project-detections.js';
import { calibration, personAt, pixelOf, position, size, total } from '../support/sample-camera.js';

const distortion = { model: 'brown-conrady', k1: -0.1 } as const;
const lens = makeLens(distortion, size);

const bent = (pixel: Point): Point => {
  const seen = lens.distort(pixel);
  if (seen === undefined) throw new Error('outside the lens');
  return seen;
};

const pair = (ground: Point): Calibration['pairs'][number] => {
  const { x, y } = bent(pixelOf(ground));
  return { pixel: [x, y], ground: [ground.x, ground.y] };
};

/** The sample camera behind a wide lens: the same marks where that lens shows them. */
const wide: Calibration = {
  ...calibration,
  pairs: calibration.pairs.map(({ ground: [x, y] }) => pair({ x, y })),
  distortion,
};

const request = (given: Calibration): CameraViewRequest => ({
  camera: 'cam-1',
  area: [
    [-20, -5],
    [30, -5],
    [30, 30],
    [-20, 30],
  ],
  zones: [],
  calibration: given,
  width: size.width,
  cellSize: 1,
});

const viewOf = (given: Calibration) => {
  const view = makeCameraView(request(given));
  if (!view.ok) throw new Error(view.message);
  return view.value;
};

const places = [
  { x: 1, y: 3 },
  { x: 5, y: 5 },
  { x: 8.5, y: 8 },
];

describe('[U] a calibration with lens distortion', () => {
  it('finds feet where they stand, which the same marks without it do not', () => {
    const straight = calibrate(wide, size);
    const ignored = calibrate({ ...calibration, pairs: wide.pairs }, size);
    if (!straight.ok || !ignored.ok) throw new Error('not calibrated');
    for (const place of places) {
      const found = footPlace(straight.value, bent(pixelOf(place)));
      expect(found && distance(found, place)).toBeLessThan(1e-6);
    }
    expect(straight.value.rmsErrorMetres).toBeLessThan(1e-6);
    expect(ignored.value.rmsErrorMetres).toBeGreaterThan(0.01);
  });

  it('holds for frames of another size and shape than the picture of the marks', () => {
    const frame = { width: 320, height: 256 };
    const projection = calibrate(wide, frame);
    if (!projection.ok) throw new Error(projection.message);
    const place = { x: 3, y: 6 };
    const seen = bent(pixelOf(place));
    const pixel = { x: (seen.x * 320) / size.width, y: (seen.y * 256) / size.height };
    const found = footPlace(projection.value, pixel);
    expect(found && distance(found, place)).toBeLessThan(1e-6);
  });

  it('counts a detected person on the right cell', () => {
    const view = viewOf(wide);
    const place = { x: 8.5, y: 7.5 };
    const box = personAt(place);
    const foot = bent(pixelOf(place));
    const shift = { x: foot.x - (box.left + box.right) / 2, y: foot.y - box.bottom };
    const moved = {
      ...box,
      left: box.left + shift.x,
      right: box.right + shift.x,
      bottom: box.bottom + shift.y,
    };
    const cells = projectDetections([moved], view);
    const { columns, origin } = view.grid;
    const cell = Math.floor(place.y - origin.y) * columns + Math.floor(place.x - origin.x);
    expect(cells[cell]).toBeCloseTo(1, 1);
  });

  it('sees more ground than the straight picture of the same size: a barrel is wide', () => {
    const plain = viewOf(calibration);
    const barrel = viewOf(wide);
    expect(area(barrel.ground)).toBeGreaterThan(1.05 * area(plain.ground));
    for (const place of places) expect(containsPoint(barrel.ground, place)).toBe(true);
  });

  it('keeps the mass of a density map that lies wholly on its ground', () => {
    const { density, ownedArea } = viewOf(wide);
    const persons = new Float32Array(density.columns * density.rows);
    const head = bent(pixelOf({ x: 5, y: 5 }, 1.6));
    persons[Math.floor(head.y / 8) * density.columns + Math.floor(head.x / 8)] = 3;
    const { columns, rows } = density;
    const ground = projectDensity({ columns, rows, persons }, density, ownedArea.length);
    expect(total(ground)).toBeCloseTo(3, 3);
  });
});

describe('[U] a calibration that says when and by whom', () => {
  it('carries the time on, and the name nowhere', () => {
    const signed = {
      ...calibration,
      calibratedAt: '2026-11-23T00:30:00.000Z',
      calibratedBy: 'Ada',
    };
    const projection = calibrate(signed, size);
    expect(projection).toMatchObject({ value: { calibratedAt: '2026-11-23T00:30:00.000Z' } });
    expect(JSON.stringify(projection)).not.toContain('Ada');
  });
});

describe('[U] a calibration from known lengths and the height of the camera', () => {
  const at = (x: number, y: number, height = 0): [number, number] => {
    const pixel = pixelOf({ x, y }, height);
    return [pixel.x, pixel.y];
  };
  const measured: Calibration = {
    imageSize: calibration.imageSize,
    headHeight: 1.6,
    cameraHeight: position.z,
    pairs: [
      { pixel: at(3, 1), ground: [3, 1] },
      { pixel: at(8, 9), ground: [8, 9] },
    ],
    lengths: [
      { from: at(3, 2), to: at(7, 2), metres: 4 },
      { from: at(2, 9), to: at(8, 9), metres: 6 },
    ],
    standing: [{ foot: at(6, 5), head: at(6, 5, 1.8), metres: 1.8 }],
  };

  it('gives the same ground as the pairs do', () => {
    const projection = calibrate(measured, size);
    if (!projection.ok) throw new Error(projection.message);
    for (const place of places) {
      const found = footPlace(projection.value, pixelOf(place));
      expect(found && distance(found, place)).toBeLessThan(0.01);
    }
    expect(distance(projection.value.cameraPosition, position)).toBeLessThan(0.05);
  });

  it('says what is missing', () => {
    const [first] = measured.pairs;
    const one = { ...measured, pairs: first === undefined ? [] : [first] };
    expect(calibrate(one, size)).toMatchObject({
      ok: false,
      message: expect.stringContaining('two are needed'),
    });
  });
});
