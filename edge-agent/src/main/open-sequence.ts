import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fail, ok, type Result } from '@throng/contract';
import type { Point } from '@throng/crowd';
import { FfmpegSource } from '../adapters/ffmpeg/ffmpeg-source.js';
import { resolveSource } from '../adapters/ffmpeg/resolve-source.js';
import { systemClock } from '../adapters/system-clock.js';
import { evaluationView } from '../evaluation/evaluation-view.js';
import {
  calibrationOf,
  parseSequenceTruth,
  peopleByFrame,
  type SequenceTruth,
} from '../evaluation/sequence-truth.js';
import type { Frame } from '../ports/frame.js';
import type { FrameStream } from '../ports/frame-source.js';
import type { CameraView } from '../stages/camera-view.js';

export interface FrameRange {
  readonly first: number;
  readonly last: number;
}

/** A recorded sequence with its truth, ready to be looked at. */
export interface Sequence {
  readonly truth: SequenceTruth;
  readonly view: CameraView;
  /** Number of the frame → where its people stood. */
  readonly people: ReadonlyMap<number, readonly Point[]>;
  readonly stream: FrameStream;
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

/** Opens the folder of a sequence: `truth.json` and the video or images that it names. */
export const openSequence = async (folder: string, width: number): Promise<Result<Sequence>> => {
  const read = await readTruth(folder);
  if (!read.ok) return read;
  const truth = read.value;
  const view = evaluationView(calibrationOf(truth), {
    width,
    cellSize: CELL_SIZE,
    area: truth.area,
  });
  if (!view.ok) return fail(view.code, `calibration_pairs: ${view.message}`);
  const found = await resolveSource(
    { source: truth.video, transport: 'tcp', loop: false, framesPerSecond: truth.fps },
    folder,
  );
  if (!found.ok) return found;
  const source = new FfmpegSource({
    input: { ...found.value.input, realTime: false, framesPerSecond: undefined },
    size: view.value.size,
    calibratedSize: { width: truth.width, height: truth.height },
    patience: { firstFrame: STALL_AFTER, nextFrame: STALL_AFTER },
    secrets: [],
    clock: systemClock,
  });
  return ok({ truth, view: view.value, people: peopleByFrame(truth), stream: source.open() });
};

/** The frames of a range with their numbers; the others are let go unseen. */
export async function* framesWithin(
  { frames }: FrameStream,
  range: FrameRange | undefined,
): AsyncGenerator<{ readonly number: number; readonly frame: Frame }> {
  let number = 0;
  for await (const frame of frames) {
    const outside = range !== undefined && (number < range.first || number > range.last);
    if (outside) frame.release();
    else yield { number, frame };
    number += 1;
  }
}
