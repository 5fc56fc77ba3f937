import { join } from 'node:path';
import { ok, type Result } from '@throng/contract';
import { parametersOf } from '../adapters/count-file-parameters.js';
import { markedPictures } from '../adapters/marked-pictures.js';
import { type DensityReport, densityReport } from '../evaluation/density-report.js';
import type { MarkedPicture } from '../evaluation/heads-file.js';
import { rounded } from '../evaluation/rounded.js';
import { coverageSentence, densityTable } from '../main/density-table.js';
import { judgeDensity } from '../main/judge-density.js';
import { type OpenDensityModel, openDensityModel } from '../main/open-density-model.js';
import { reportDensity } from '../main/report-density.js';
import type { EvalOptions } from './eval-options.js';
import { EXIT, type ExitCode } from './exit-codes.js';
import { complain, note, print, printJson, printTable } from './output.js';
import { withProgress } from './with-progress.js';
import { writeReport } from './write-report.js';

const judge = async (
  marked: readonly MarkedPicture[],
  { found, estimator }: OpenDensityModel,
  options: EvalOptions,
): Promise<Result<DensityReport>> => {
  const folder = join(options.data, 'images');
  const error = found.entry?.uncertainty;
  const judged = await withProgress('counting', marked.length, 'pictures', (tick) =>
    judgeDensity(marked, folder, estimator, error, tick),
  );
  if (!judged.ok) return judged;
  const report = densityReport(found.id, await parametersOf(found), judged.value);
  if (options.report === undefined) return ok(report);
  note('Drawing the report …');
  const page = await reportDensity(report, judged.value, folder, estimator);
  if (!page.ok) return page;
  const written = await writeReport(options.report, page.value);
  return written.ok ? ok(report) : written;
};

const evaluate = async (options: EvalOptions): Promise<Result<DensityReport>> => {
  const marked = await markedPictures(options.data, options.limit);
  if (!marked.ok) return marked;
  const opened = await openDensityModel(options);
  if (!opened.ok) return opened;
  try {
    return await judge(marked.value, opened.value, options);
  } finally {
    await opened.value.close();
  }
};

/** `throng-models eval density` */
export const evalDensity = async (options: EvalOptions): Promise<ExitCode> => {
  const report = await evaluate(options);
  if (!report.ok) {
    complain(report.message);
    return EXIT.failed;
  }
  if (options.json) {
    printJson(rounded(report.value, 4));
    return EXIT.ok;
  }
  const { model, parameters } = report.value;
  print(`${model}: ${parameters.toLocaleString('en')} parameters; errors in persons per picture`);
  printTable(densityTable(report.value));
  print(coverageSentence(report.value));
  return EXIT.ok;
};
