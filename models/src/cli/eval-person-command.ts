import { ok, type Result } from '@throng/contract';
import { type FrameRange, type MarkedFrames, openMarkedFrames } from '../adapters/marked-frames.js';
import { type DetectionScores, detectionScores } from '../evaluation/detection-scores.js';
import { rounded } from '../evaluation/rounded.js';
import { judgePersons } from '../main/judge-persons.js';
import { type OpenPersonModel, openPersonModel } from '../main/open-person-model.js';
import { personTable, reportPersons } from '../main/report-persons.js';
import type { EvalOptions } from './eval-options.js';
import { EXIT, type ExitCode } from './exit-codes.js';
import { complain, note, print, printJson, printTable } from './output.js';
import { withProgress } from './with-progress.js';
import { writeReport } from './write-report.js';

export interface EvalPersonOptions extends EvalOptions {
  readonly leastScore?: number;
  /** Frames of a video to look at; all without it. */
  readonly frames?: FrameRange;
}

type PersonReport = DetectionScores & { readonly model: string };

const judge = async (
  frames: MarkedFrames,
  { id, detector }: OpenPersonModel,
  options: EvalPersonOptions,
): Promise<Result<PersonReport>> => {
  const judged = await withProgress('finding', frames.total, 'frames', (tick) =>
    judgePersons(frames, detector, tick),
  );
  if (!judged.ok) return judged;
  const scores = detectionScores(judged.value);
  const report = { model: id, ...scores };
  if (options.report === undefined) return ok(report);
  note('Drawing the report …');
  const page = await reportPersons(id, scores, judged.value, frames, detector);
  if (!page.ok) return page;
  const written = await writeReport(options.report, page.value);
  return written.ok ? ok(report) : written;
};

const evaluate = async (options: EvalPersonOptions): Promise<Result<PersonReport>> => {
  const frames = await openMarkedFrames(options.data, options);
  if (!frames.ok) return frames;
  const opened = await openPersonModel(options);
  if (!opened.ok) return opened;
  try {
    return await judge(frames.value, opened.value, options);
  } finally {
    await opened.value.close();
  }
};

/** `throng-models eval person` */
export const evalPerson = async (options: EvalPersonOptions): Promise<ExitCode> => {
  const report = await evaluate(options);
  if (!report.ok) {
    complain(report.message);
    return EXIT.failed;
  }
  if (options.json) printJson(rounded(report.value, 4));
  else {
    print(`${report.value.model}: people found at an overlap of 0.5 or more`);
    printTable(personTable(report.value));
  }
  return EXIT.ok;
};
