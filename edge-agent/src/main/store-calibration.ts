import { fail, type Result, toTimestamp } from '@throng/contract';
import type { CalibrationTarget } from '../adapters/files/read-calibration-target.js';
import { type SavedCalibration, saveCalibration } from '../adapters/files/save-calibration.js';
import { areaOf, assessCalibration } from '../calibration/assess-calibration.js';
import type { Assessment, Unsolved } from '../calibration/assessment.js';
import { rescaled, tidied } from '../calibration/rescale.js';
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
 * in `imageSize` too, and only the calibration is written.
 */
const besideMasks = (
  { calibration: former, camera }: CalibrationTarget,
  calibration: Calibration,
): Calibration =>
  former === undefined || camera.masks.length === 0
    ? calibration
    : rescaled(calibration, former.imageSize);

/** Writes a calibration that the agent can start with; refuses one that it could not. */
export const storeCalibration = async (
  target: CalibrationTarget,
  calibration: Calibration,
  by: string,
  now: number,
): Promise<Result<SavedCalibration & { readonly calibration: Calibration }>> => {
  const stamped = tidied({
    ...besideMasks(target, calibration),
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
