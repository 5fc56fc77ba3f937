import { applyHomography, area } from '@throng/crowd';
import { describe, expect, it } from 'vitest';
import { makeCameraView } from '../../../../edge-agent/src/stages/camera-view.js';
import {
  calibration,
  pixelOf,
  position,
  sampleView,
  size,
  total,
} from '../support/sample-camera.js';

const floor = {
  area: [
    [0, 0],
    [10, 0],
    [10, 10],
    [0, 10],
  ],
  zones: [],
  width: 640,
  cellSize: 1,
} satisfies Omit<Parameters<typeof makeCameraView>[0], 'camera' | 'calibration'>;

describe('[U] camera view', () => {
  it('puts foot and head of one person on the same ground point', () => {
    const { projection } = sampleView();
    const person = { x: 3.5, y: 6.25 };
    const byFoot = applyHomography(projection.footToGround, pixelOf(person));
    const byHead = applyHomography(projection.headToGround, pixelOf(person, 1.6));
    for (const point of [byFoot, byHead]) {
      expect(point?.x).toBeCloseTo(person.x, 6);
      expect(point?.y).toBeCloseTo(person.y, 6);
    }
  });

  it('finds the camera itself where its position is not given', () => {
    const { cameraPosition: _, ...unmeasured } = calibration;
    const view = makeCameraView({ ...floor, camera: 'cam-1', calibration: unmeasured });
    expect(view.ok && view.value.projection.cameraPosition.z).toBeCloseTo(position.z, 3);
  });

  it('measures only ground on which people are seen from head to foot', () => {
    const view = sampleView();
    const corners = view.ground.flatMap((point) => [pixelOf(point), pixelOf(point, 1.6)]);
    for (const { x, y } of corners) {
      expect(x).toBeGreaterThan(-1e-6);
      expect(x).toBeLessThan(size.width + 1e-6);
      expect(y).toBeGreaterThan(-1e-6);
      expect(y).toBeLessThan(size.height + 1e-6);
    }
    expect(area(view.ground)).toBeLessThan(100);
    expect(total(view.ownedArea)).toBeCloseTo(area(view.ground), 6);
  });

  it('shares each owned cell among the zones that cover it', () => {
    const view = sampleView();
    view.ownedArea.forEach((ground, cell) => {
      const shared = total(view.zones.map(({ share }) => share[cell] ?? 0));
      expect(shared).toBeCloseTo(ground > 0 ? 1 : 0, 6);
    });
    expect(total(view.zones.map((zone) => zone.area))).toBeCloseTo(area(view.ground), 6);
  });

  it('works at another picture size than the one the marks were set in', () => {
    const half = makeCameraView({ ...floor, camera: 'cam-1', calibration, width: 320 });
    const point =
      half.ok && applyHomography(half.value.projection.footToGround, { x: 160, y: 128 });
    const full = applyHomography(sampleView().projection.footToGround, { x: 320, y: 240 });
    expect(point ? point.y : undefined).toBeCloseTo(full?.y ?? Number.NaN, 6);
  });

  it('refuses a camera that sees none of its own area, with the remedy', () => {
    const behind = makeCameraView({
      ...floor,
      camera: 'cam-1',
      calibration,
      area: [
        [0, -40],
        [10, -40],
        [10, -30],
      ],
    });
    expect(behind).toMatchObject({ ok: false, code: 'not-calibrated' });
    expect(!behind.ok && behind.message).toContain('sees none of its own area');
  });

  it('refuses a lens that hangs among the heads', () => {
    const low = { ...calibration, cameraPosition: [5, -6, 1.7] } satisfies typeof calibration;
    const view = makeCameraView({ ...floor, camera: 'cam-1', calibration: low });
    expect(!view.ok && view.message).toContain('1.7 m high');
  });
});
