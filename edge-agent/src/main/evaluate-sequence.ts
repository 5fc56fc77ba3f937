import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fail, type Latency, ok, type Result } from '@throng/contract';
import { FfmpegSource } from '../adapters/ffmpeg/ffmpeg-source.js';
import { resolveSource } from '../adapters/ffmpeg/resolve-source.js';
import { type ModelSettings, type OpenModels, openModels } from '../adapters/models/open-models.js';
import { systemClock } from '../adapters/system-clock.js';
import type { FrameCount } from '../evaluation/count-score.js';
import { evaluationView } from '../evaluation/evaluation-view.js';
import { type SequenceScore, SequenceScorer } from '../evaluation/score-sequence.js';
import {
  calibrationOf,
  parseSequenceTruth,
  peopleByFrame,
  type SequenceTruth,
} from '../evaluation/sequence-truth.js';
import { analyseFrame } from '../pipeline/analyse-frame.js';
import type { CameraView } from '../stages/camera-view.js';
import { latencyOf } from '../windows/quantiles.js';

export interface Evaluation extends SequenceScore {
  /** Frames per second through the whole pipeline, decoding included. */
  readonly fps: number;
  /** Milliseconds from a frame being decoded to it being measured. */
  readonly latencyMs: Latency;
  readonly models: { readonly person: string; readonly density: string };
  /** The judged frames, one by one. */
  readonly counts: readonly FrameCount[];
}

export interface FrameRange {
  readonly first: number;
  readonly last: number;
}

export interface EvaluationRequest {
  /** Folder with `truth.json` and its video. */
  readonly folder: string;
  readonly models: ModelSettings;
  readonly width: number;
  /** First and last frame to judge, from 0; all without it. */
  readonly frames?: FrameRange | undefined;
  /** Called after each frame. */
  readonly onFrame: (done: number, of: number) => void;
}

const CELL_SIZE = 1;
const STALL_AFTER = 30_000;

const readTruth = async (folder: string): Promise<Result<SequenceTruth>> => {
  const path = join(folder, 'truth.json');
  const text = await readFile(path, 'utf8').catch(() => undefined);
  if (text === undefined) {
    return fail(
      'truth-missing',
      `there is no ${path}; evaluate wants a folder with a video and its truth.json`,
    );
  }
  try {
    const truth = parseSequenceTruth(JSON.parse(text));
    return truth.ok ? truth : fail(truth.code, `${path}:\n${truth.message}`);
  } catch {
    return fail('truth-invalid', `${path} is not JSON`);
  }
};

const isOutside = (frame: number, range: FrameRange | undefined): boolean =>
  range !== undefined && (frame < range.first || frame > range.last);

const measure = async (
  request: EvaluationRequest,
  truth: SequenceTruth,
  view: CameraView,
  models: OpenModels,
): Promise<Result<Evaluation>> => {
  const found = await resolveSource(
    { source: truth.video, transport: 'tcp', loop: false, framesPerSecond: truth.fps },
    request.folder,
  );
  if (!found.ok) return found;
  const input = { ...found.value.input, realTime: false, framesPerSecond: undefined };
  const { size } = view;
  const stream = new FfmpegSource({
    input,
    size,
    calibratedSize: { width: truth.width, height: truth.height },
    patience: { firstFrame: STALL_AFTER, nextFrame: STALL_AFTER },
    secrets: [],
    clock: systemClock,
  }).open();
  const people = peopleByFrame(truth);
  const scorer = new SequenceScorer(view);
  const latencies: number[] = [];
  let frameNumber = 0;
  const began = performance.now();
  for await (const frame of stream.frames) {
    if (isOutside(frameNumber, request.frames)) {
      frame.release();
      frameNumber += 1;
      continue;
    }
    const before = performance.now();
    const measured = await analyseFrame(frame, models, view);
    latencies.push(performance.now() - before);
    frame.release();
    if (!measured.ok) {
      stream.stop();
      return fail(measured.code, `frame ${frameNumber}: ${measured.message}`);
    }
    const here = people.get(frameNumber);
    if (here !== undefined) scorer.add(measured.value, here);
    frameNumber += 1;
    request.onFrame(latencies.length, people.size);
  }
  const seconds = (performance.now() - began) / 1_000;
  const { reason, diagnosis } = await stream.end;
  const latencyMs = latencyOf(latencies);
  const score = scorer.score();
  if (reason !== 'ended' || latencyMs === undefined || score.frames === 0) {
    return fail(
      'video-unreadable',
      `${join(request.folder, truth.video)} cannot be evaluated: ${diagnosis || 'it holds no frame that truth.json speaks of'}`,
    );
  }
  const ids = { person: models.person?.id ?? 'none', density: models.density?.id ?? 'none' };
  return ok({
    ...score,
    fps: latencies.length / seconds,
    latencyMs,
    models: ids,
    counts: scorer.counts,
  });
};

/** Runs the agent's own pipeline over each frame of a sequence and compares it with the truth. */
export const evaluateSequence = async (request: EvaluationRequest): Promise<Result<Evaluation>> => {
  const truth = await readTruth(request.folder);
  if (!truth.ok) return truth;
  const view = evaluationView(calibrationOf(truth.value), {
    width: request.width,
    cellSize: CELL_SIZE,
    area: truth.value.area,
  });
  if (!view.ok) return fail(view.code, `calibration_pairs: ${view.message}`);
  const models = await openModels(request.models, process.cwd());
  if (!models.ok) return models;
  try {
    return await measure(request, truth.value, view.value, models.value);
  } finally {
    await models.value.close();
  }
};
