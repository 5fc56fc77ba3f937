import { describe, expect, it } from 'vitest';
import { assumedView } from '../../../demo/src/own-camera/assumed-view.js';

const pose = { height: 6, pitch: 25, fieldOfView: 70, imageWidth: 1280, imageHeight: 720 };

describe('the view assumed of an uncalibrated camera', () => {
  it('[U] begins where the lower edge of the picture meets the floor', () => {
    const view = assumedView(pose);
    expect(view.ok).toBe(true);
    if (!view.ok) return;
    // Half the vertical field of view: atan(tan 35° · 720/1280).
    const half = Math.atan(Math.tan((35 * Math.PI) / 180) * (720 / 1280));
    const nearest = 6 / Math.tan((25 * Math.PI) / 180 + half);
    expect(view.value.ground[0]?.[1]).toBeCloseTo(nearest, 2);
    expect(view.value.ground[2]?.[1]).toBeCloseTo(nearest + 30, 2);
  });

  it('[U] is as wide to the left as to the right, and widens with distance', () => {
    const view = assumedView(pose);
    if (!view.ok) throw new Error(view.message);
    const [nearLeft, nearRight, farRight, farLeft] = view.value.ground.map(([x]) => x);
    expect(nearLeft).toBeCloseTo(-(nearRight ?? 0));
    expect(farLeft).toBeCloseTo(-(farRight ?? 0));
    expect(farRight).toBeGreaterThan(nearRight ?? Number.NaN);
  });

  it('[U] a steep camera sees the floor up to the upper edge of the picture only', () => {
    const view = assumedView({ ...pose, pitch: 80 });
    if (!view.ok) throw new Error(view.message);
    expect(view.value.pairs.map(({ pixel }) => pixel[1])).toEqual([720, 720, 0, 0]);
  });

  it('[U] refuses a camera that looks over everyone’s heads', () => {
    expect(assumedView({ ...pose, pitch: -30 })).toMatchObject({
      ok: false,
      code: 'sees-no-floor',
    });
  });
});
