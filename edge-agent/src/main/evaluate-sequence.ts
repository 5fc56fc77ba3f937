import { join } from 'node:path';
import { fail, type Latency, ok, type Result } from '@throng/contract';
import { type ModelSettings, type OpenModels, openModels } from '../adapters/models/open-models.js';
import type { FrameCount } from '../evaluation/count-score.js';
import type { LineEnds } from '../evaluation/given-line.js';
import { prepareFlow } from '../evaluation/prepare-flow.js';
import type { LineScore } from '../evaluation/score-flow.js';
import { type SequenceScore, SequenceScorer } from '../evaluation/score-sequence.js';
import { analyseFrame } from '../pipeline/analyse-frame.js';
import { latencyOf } from '../windows/quantiles.js';
import { type FrameRange, framesWithin, openSequence, type Sequence } from './open-sequence.js';

export interface Evaluation extends SequenceScore {
  /** Frames per second through the whole pipeline, decoding included. */
  readonly fps: number;
  /** Milliseconds from a frame being decoded to it being measured. */
  readonly latencyMs: Latency;
  readonly models: { readonly person: string; readonly density: string };
  /** Who crossed the lines of `truth.json` and of the request. */
  readonly flow: readonly LineScore[];
  /** The judged frames, one by one. */
  readonly counts: readonly FrameCount[];
}

export interface EvaluationRequest {
  /** Folder with `truth.json` and its video. */
  readonly folder: string;
  readonly models: ModelSettings;
  readonly width: number;
  /** First and last frame to judge, from 0; all without it. */
  readonly frames?: FrameRange | undefined;
  /** Lines to count on, beside those of `truth.json`. */
  readonly lines?: readonly LineEnds[] | undefined;
  /** Called after each frame. */
  readonly onFrame: (done: number, of: number) => void;
}

const measure = async (
  request: EvaluationRequest,
  { people, stream, truth, view }: Sequence,
  models: OpenModels,
): Promise<Result<Evaluation>> => {
  const flow = prepareFlow(truth, request.lines ?? [], view);
  if (!flow.ok) {
    stream.stop();
    return flow;
  }
  const { meter, scorer: flowScorer } = flow.value;
  const scorer = new SequenceScorer(view);
  const latencies: number[] = [];
  const began = performance.now();
  for await (const { frame, number } of framesWithin(stream, request.frames)) {
    const before = performance.now();
    // A file is read faster than it was filmed: its own time is what counts.
    const at = (number * 1_000) / truth.fps;
    const filmed = { ...frame, capturedAt: at };
    const measured = await analyseFrame(filmed, models, view, { flow: meter });
    latencies.push(performance.now() - before);
    frame.release();
    if (!measured.ok) {
      stream.stop();
      return fail(measured.code, `frame ${number}: ${measured.message}`);
    }
    const here = people.get(number);
    if (here !== undefined) scorer.add(measured.value, here);
    flowScorer.add(measured.value.flow, flow.value.people(number), at);
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
  const fps = latencies.length / seconds;
  return ok({
    ...score,
    fps,
    latencyMs,
    models: ids,
    flow: flowScorer.score(),
    counts: scorer.counts,
  });
};

/** Runs the agent's own pipeline over each frame of a sequence and compares it with the truth. */
export const evaluateSequence = async (request: EvaluationRequest): Promise<Result<Evaluation>> => {
  const models = await openModels(request.models, process.cwd());
  if (!models.ok) return models;
  try {
    const sequence = await openSequence(request.folder, request.width);
    return sequence.ok ? await measure(request, sequence.value, models.value) : sequence;
  } finally {
    await models.value.close();
  }
};
