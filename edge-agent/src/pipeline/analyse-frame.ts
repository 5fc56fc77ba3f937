import { ok, type Result } from '@throng/contract';
import { cellCount } from '@throng/crowd';
import {
  type DensityEstimator,
  type MotionEstimator,
  observeFrame,
  type PersonDetector,
} from '@throng/inference';
import { applyCorrection, type Correction } from '../clicker/correction.js';
import type { FlowMeter } from '../flow/flow-meter.js';
import type { Frame } from '../ports/frame.js';
import { REST_BELOW } from '../sampling/density-rest.js';
import type { FrameMeasurement } from '../stages/aggregate-frames.js';
import type { CameraView } from '../stages/camera-view.js';
import { projectDensity } from '../stages/density-projection.js';
import { expectedHiding } from '../stages/expected-hiding.js';
import { fuseCells } from '../stages/fuse-cells.js';
import { measureZones } from '../stages/measure-zones.js';
import { projectDetections } from '../stages/project-detections.js';

/** The models that look at frames; at least one of them runs. */
export interface Models {
  readonly person: PersonDetector | undefined;
  readonly density: DensityEstimator | undefined;
  /** Sees how dense crowds move; without it people are followed one by one only. */
  readonly motion?: MotionEstimator | undefined;
}

/** A frame's measurement, and what is to be known for the next look. */
export interface AnalysedFrame extends FrameMeasurement {
  /** The greatest expected number of people who hide each one, ρ·A, by whichever model sees more. */
  readonly hiding: number;
  /** Whether the density model looked too. */
  readonly withDensity: boolean;
}

/** What is asked of one look. */
export interface Look {
  /** Whether the frame is one of those that are looked at for drift: by both models. */
  readonly isWatched?: boolean;
  /** Whether the density model may rest if the detector finds people sparse. */
  readonly mayRest?: boolean;
  /** What hand counts say of this camera's counts. */
  readonly correction?: Correction | undefined;
  /** What remembers the camera's last frames, and counts who crosses its lines. */
  readonly flow?: FlowMeter | undefined;
}

/**
 * Steps 2 to 4 of a frame's way: look, project to the ground, fuse, measure. The frame stays the
 * caller's, and no model sees it any more when the answer is there.
 */
export const analyseFrame = async (
  frame: Frame,
  models: Models,
  view: CameraView,
  { isWatched = false, mayRest = false, correction, flow }: Look = {},
): Promise<Result<AnalysedFrame, 'model-failed'>> => {
  const { capturedAt } = frame;
  const waits = mayRest && !isWatched && models.person !== undefined;
  const [found, early, motion] = await Promise.all([
    models.person?.detect(frame),
    waits ? undefined : models.density?.estimate(frame),
    flow?.wantsMotion ? models.motion?.estimate(frame, flow.afterimageFor(capturedAt)) : undefined,
  ]);
  if (found?.ok === false) return found;
  if (motion?.ok === false) return motion;
  const detected = found && projectDetections(found.value, view);
  const hidingDetected = detected === undefined ? 0 : expectedHiding(detected, view);
  const rests = waits && hidingDetected < REST_BELOW;
  const map = waits && !rests ? await models.density?.estimate(frame) : early;
  if (map?.ok === false) return map;

  const estimated = map && projectDensity(map.value, view.density, cellCount(view.grid));
  const counted = fuseCells({ detected, estimated }, view, models.density?.error);
  const fused = applyCorrection(counted, correction);
  const zones = measureZones(fused, view);
  const measured = {
    capturedAt,
    zones,
    cells: fused.persons,
    flow: flow?.measure({
      at: capturedAt,
      detections: found?.value ?? [],
      map: map?.value,
      motion: motion?.value,
      fused,
    }),
    hiding: Math.max(hidingDetected, estimated ? expectedHiding(estimated, view) : 0),
    withDensity: map !== undefined,
  };
  if (!isWatched) return ok(measured);
  return ok({ ...measured, observation: observeFrame(frame, found?.value, map?.value) });
};
