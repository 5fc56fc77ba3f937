import { fail, ok, type Result, toTimestamp } from '@throng/contract';
import type { CalibrationTarget } from '../adapters/files/read-calibration-target.js';
import { type SavedCalibration, saveCalibration } from '../adapters/files/save-calibration.js';
import { areaOf, assessCalibration } from '../calibration/assess-calibration.js';
import type { Assessment, Unsolved } from '../calibration/assessment.js';
import { rescaled, tidied } from '../calibration/rescale.js';
import { shapeFault } from '../feed/picture-shape.js';
import type { Calibration } from '../settings/calibration-settings.js';

/** What a calibration of this camera amounts to. */
export const assessFor = (
  { camera, venue }: CalibrationTarget,
  calibration: Calibration,
): Assessment | Unsolved =>
  assessCalibration({
    calibration,
    area: areaOf(venue.cameras.find(({ id }) => id === camera.id)?.area),
    workingWidth: camera.width,
  });

/**
 * The calibration in pixels of the picture that the camera's masks are given in: those are marked
 * in `imageSize` too, and only the calibration is written. A mask must never slip off what it hides.
 */
const besideMasks = (
  { calibration: former, camera }: CalibrationTarget,
  calibration: Calibration,
): Result<Calibration> => {
  if (former === undefined || camera.masks.length === 0) return ok(calibration);
  const [width, height] = calibration.imageSize;
  const [formerWidth, formerHeight] = former.imageSize;
  const before = { width: formerWidth, height: formerHeight };
  return shapeFault({ width, height }, before) === undefined
    ? ok(rescaled(calibration, former.imageSize))
    : fail(
        'not-calibrated',
        `the picture is ${width}x${height}, the camera's masks were drawn on ${formerWidth}x${formerHeight}: draw them anew in the settings, with that imageSize, and calibrate again`,
      );
};

/** Writes a calibration that the agent can start with; refuses one that it could not. */
export const storeCalibration = async (
  target: CalibrationTarget,
  calibration: Calibration,
  by: string,
  now: number,
): Promise<Result<SavedCalibration & { readonly calibration: Calibration }>> => {
  const placed = besideMasks(target, calibration);
  if (!placed.ok) return placed;
  const stamped = tidied({
    ...placed.value,
    calibratedAt: toTimestamp(Math.floor(now / 1_000) * 1_000),
    calibratedBy: by,
  });
  const assessed = assessFor(target, stamped);
  if (!assessed.ok) return fail('not-calibrated', assessed.message);
  if (!(assessed.seenArea >= 1)) {
    return fail(
      'not-calibrated',
      `by this calibration "${target.camera.id}" sees none of its own area; check the pairs, and the camera's area in the venue`,
    );
  }
  const saved = await saveCalibration(target.path, target.camera.id, stamped, now);
  return saved.ok ? { ok: true, value: { ...saved.value, calibration: stamped } } : saved;
};
