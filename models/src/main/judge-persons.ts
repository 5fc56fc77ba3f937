import { ok, type Result } from '@throng/contract';
import type { PersonDetector } from '@throng/inference';
import type { MarkedFrames } from '../adapters/marked-frames.js';
import { type Tally, tally } from '../evaluation/detection-scores.js';
import { matchDetections } from '../evaluation/match-detections.js';
import type { Tick } from '../ports/tick.js';

/** Overlap from which a detection counts as having found a person. */
export const LEAST_OVERLAP = 0.5;

/** One frame's outcome. */
export interface JudgedFrame extends Tally {
  readonly name: string;
}

/** Finds people in each frame and holds them against the marked ones; stops at the first failure. */
export const judgePersons = async (
  frames: MarkedFrames,
  model: PersonDetector,
  tick: Tick,
): Promise<Result<readonly JudgedFrame[]>> => {
  const judged: JudgedFrame[] = [];
  for await (const frame of frames.read()) {
    if (!frame.ok) return frame;
    const { name, picture, people } = frame.value;
    const detections = await model.detect(picture);
    if (!detections.ok) return detections;
    judged.push({ name, ...tally(matchDetections(detections.value, people, LEAST_OVERLAP)) });
    tick();
  }
  return ok(judged);
};
