import { ok, type Result } from '@throng/contract';
import { cellCount } from '@throng/crowd';
import {
  ASSUMED_ERROR,
  type DensityEstimator,
  observeFrame,
  type PersonDetector,
} from '@throng/inference';
import type { Frame } from '../ports/frame.js';
import type { FrameMeasurement } from '../stages/aggregate-frames.js';
import type { CameraView } from '../stages/camera-view.js';
import { projectDensity } from '../stages/density-projection.js';
import { fuseCells } from '../stages/fuse-cells.js';
import { type ModelErrors, measureZones } from '../stages/measure-zones.js';
import { projectDetections } from '../stages/project-detections.js';

/** The models that look at frames; at least one of them runs. */
export interface Models {
  readonly person: PersonDetector | undefined;
  readonly density: DensityEstimator | undefined;
}

export const errorsOf = ({ person, density }: Models): ModelErrors => ({
  detector: person?.error ?? density?.error ?? ASSUMED_ERROR,
  density: density?.error ?? person?.error ?? ASSUMED_ERROR,
});

/**
 * Steps 2 to 4 of a frame's way: look, project to the ground, fuse, measure. The frame stays the
 * caller's.
 *
 * @param isWatched whether the frame is one of those that are looked at for drift.
 */
export const analyseFrame = async (
  frame: Frame,
  models: Models,
  view: CameraView,
  isWatched = false,
): Promise<Result<FrameMeasurement, 'model-failed'>> => {
  const detections = await models.person?.detect(frame);
  if (detections?.ok === false) return detections;
  const map = await models.density?.estimate(frame);
  if (map?.ok === false) return map;

  const detected = detections && projectDetections(detections.value, view);
  const estimated = map && projectDensity(map.value, view.density, cellCount(view.grid));
  const fused = fuseCells({ detected, estimated }, view);
  const zones = measureZones(fused, view, errorsOf(models));
  const measured = { capturedAt: frame.capturedAt, zones, cells: fused.persons };
  if (!isWatched) return ok(measured);
  return ok({ ...measured, observation: observeFrame(frame, detections?.value, map?.value) });
};
