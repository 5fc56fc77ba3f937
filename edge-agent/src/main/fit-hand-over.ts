import { ok, type Result } from '@throng/contract';
import { cellCount } from '@throng/crowd';
import { ASSUMED_ERROR } from '@throng/inference';
import { type OpenModels, openModels } from '../adapters/models/open-models.js';
import {
  type DensityErrors,
  type DetectorErrors,
  densityError,
  detectorError,
} from '../hand-over/expected-error.js';
import { type ErrorSample, fitErrors } from '../hand-over/fit-errors.js';
import { gatherSamples, trueCells, type UnweighedSample } from '../hand-over/gather-samples.js';
import { DENSITY_ERRORS, DETECTOR_ERRORS } from '../hand-over/measured-errors.js';
import type { CameraView } from '../stages/camera-view.js';
import { projectDensity } from '../stages/density-projection.js';
import { projectDetections } from '../stages/project-detections.js';
import { type FrameRange, framesWithin, openSequence } from './open-sequence.js';

/** A sequence to fit on, and which of its frames. */
export interface FitSequence {
  readonly folder: string;
  readonly frames?: FrameRange | undefined;
}

interface Samples {
  readonly detector: ErrorSample[];
  readonly density: ErrorSample[];
  /** Pixels of the detector's picture per pixel of the working frame. */
  readonly scale: number;
}

const WIDTH = 1_024;

/** One source's samples of a sequence: squares and whole views weigh a half each, all together 1. */
class SourceSamples {
  readonly #squares: UnweighedSample[] = [];
  readonly #whole: UnweighedSample[] = [];

  add(counted: Float64Array, truth: Float64Array, view: CameraView): void {
    const { squares, whole } = gatherSamples(counted, truth, view);
    this.#squares.push(...squares);
    this.#whole.push(...whole);
  }

  weighed(): ErrorSample[] {
    return [this.#squares, this.#whole].flatMap((samples) =>
      samples.map((sample) => ({ ...sample, weight: 0.5 / samples.length })),
    );
  }
}

/** Both sources' errors on one sequence. */
const lookAt = async (
  { folder, frames }: FitSequence,
  models: OpenModels,
): Promise<Result<Samples>> => {
  const opened = await openSequence(folder, WIDTH);
  if (!opened.ok) return opened;
  const { people, stream, view } = opened.value;
  const detector = new SourceSamples();
  const density = new SourceSamples();
  for await (const { frame, number } of framesWithin(stream, frames)) {
    const found = await models.person?.detect(frame);
    const map = await models.density?.estimate(frame);
    frame.release();
    if (found?.ok !== true || map?.ok !== true) continue;
    const truth = trueCells(people.get(number) ?? [], view);
    const estimated = projectDensity(map.value, view.density, cellCount(view.grid));
    detector.add(projectDetections(found.value, view), truth, view);
    density.add(estimated, truth, view);
  }
  return ok({
    detector: detector.weighed(),
    density: density.weighed(),
    scale: DETECTOR_ERRORS.side / Math.max(view.size.width, view.size.height),
  });
};

/** What `measured-errors` should say of the models as they are now. */
export interface FittedErrors {
  readonly detector: DetectorErrors;
  readonly density: DensityErrors;
}

/** Fits the constants of the hand-over on sequences with truth; each sequence weighs the same. */
export const fitHandOver = async (
  sequences: readonly FitSequence[],
): Promise<Result<FittedErrors>> => {
  const models = await openModels({ threads: 1, providers: ['cpu'] }, process.cwd());
  if (!models.ok) return models;
  const looks: Samples[] = [];
  try {
    for (const sequence of sequences) {
      const look = await lookAt(sequence, models.value);
      if (!look.ok) return look;
      looks.push(look.value);
    }
  } finally {
    await models.value.close();
  }
  const stated = (models.value.density?.error ?? ASSUMED_ERROR).relative;
  // The detector's own pixels differ from view to view: they go into the place at once.
  const inOwnPixels = looks.flatMap(({ detector, scale }) =>
    detector.map((sample) => ({
      ...sample,
      place: { ...sample.place, pixels: sample.place.pixels * scale },
    })),
  );
  return ok({
    detector: fitErrors<DetectorErrors>(DETECTOR_ERRORS, ['side'], inOwnPixels, (place, errors) =>
      detectorError(place, 1, errors),
    ),
    density: fitErrors<DensityErrors>(
      DENSITY_ERRORS,
      ['largest'],
      looks.flatMap(({ density }) => density),
      (place, errors) => densityError(place, stated, errors),
    ),
  });
};
