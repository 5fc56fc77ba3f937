import { join } from 'node:path';
import { ok, type Result } from '@throng/contract';
import { findModel, parametersOf } from '../adapters/find-model.js';
import { markedPictures } from '../adapters/marked-pictures.js';
import { onnxDensityModel } from '../adapters/onnx-density-model.js';
import { openOnnxSession } from '../adapters/onnx-session.js';
import { type DensityReport, densityReport } from '../evaluation/density-report.js';
import { rounded } from '../evaluation/rounded.js';
import { coverageSentence, densityTable } from '../main/density-table.js';
import { judgeDensity } from '../main/judge-density.js';
import { reportDensity } from '../main/report-density.js';
import type { EvalOptions } from './eval-options.js';
import { EXIT, type ExitCode } from './exit-codes.js';
import { complain, note, print, printJson, printTable } from './output.js';
import { withProgress } from './with-progress.js';
import { writeReport } from './write-report.js';

const evaluate = async (options: EvalOptions): Promise<Result<DensityReport>> => {
  const marked = await markedPictures(options.data, options.limit);
  if (!marked.ok) return marked;
  const found = await findModel({ reference: options.model, task: 'density', ...options });
  if (!found.ok) return found;
  const session = await openOnnxSession(found.value.path, options);
  if (!session.ok) return session;
  const model = onnxDensityModel(session.value);
  const folder = join(options.data, 'images');
  const error = found.value.entry?.uncertainty;
  const judged = await withProgress('counting', marked.value.length, 'pictures', (tick) =>
    judgeDensity(marked.value, folder, model, error, tick),
  );
  if (!judged.ok) return judged;
  const parameters = await parametersOf(found.value);
  const report = densityReport(found.value.id, parameters, judged.value);
  if (options.report !== undefined) {
    note('Drawing the report …');
    const page = await reportDensity(report, judged.value, folder, model);
    if (!page.ok) return page;
    const written = await writeReport(options.report, page.value);
    if (!written.ok) return written;
  }
  await session.value.close();
  return ok(report);
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
