import { ok, type Result } from '@throng/contract';
import { openMarkedFrames } from '../adapters/marked-frames.js';
import { type DetectionScores, detectionScores } from '../evaluation/detection-scores.js';
import { rounded } from '../evaluation/rounded.js';
import { judgePersons } from '../main/judge-persons.js';
import { openPersonModel } from '../main/open-person-model.js';
import { personTable, reportPersons } from '../main/report-persons.js';
import type { EvalOptions } from './eval-options.js';
import { EXIT, type ExitCode } from './exit-codes.js';
import { complain, note, print, printJson, printTable } from './output.js';
import { withProgress } from './with-progress.js';
import { writeReport } from './write-report.js';

export interface EvalPersonOptions extends EvalOptions {
  readonly leastScore?: number;
}

type PersonReport = DetectionScores & { readonly model: string };

const evaluate = async (options: EvalPersonOptions): Promise<Result<PersonReport>> => {
  const frames = await openMarkedFrames(options.data, options.limit);
  if (!frames.ok) return frames;
  const opened = await openPersonModel(options);
  if (!opened.ok) return opened;
  const { id, model } = opened.value;
  const judged = await withProgress('finding', frames.value.total, 'frames', (tick) =>
    judgePersons(frames.value, model, tick),
  );
  if (!judged.ok) return judged;
  const scores = detectionScores(judged.value);
  if (options.report !== undefined) {
    note('Drawing the report …');
    const page = await reportPersons(id, scores, judged.value, frames.value, model);
    if (!page.ok) return page;
    const written = await writeReport(options.report, page.value);
    if (!written.ok) return written;
  }
  await opened.value.close();
  return ok({ model: id, ...scores });
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
