import { join } from 'node:path';
import { ok, type Result } from '@throng/contract';
import { findModel } from '../adapters/find-model.js';
import { markedPictures } from '../adapters/marked-pictures.js';
import { onnxDensityModel } from '../adapters/onnx-density-model.js';
import { openOnnxSession } from '../adapters/onnx-session.js';
import type { Experience } from '../drift/drift.js';
import { rounded } from '../evaluation/rounded.js';
import { measureExperience } from '../main/measure-experience.js';
import type { EvalOptions } from './eval-options.js';
import { EXIT, type ExitCode } from './exit-codes.js';
import { complain, printJson, printTable } from './output.js';
import { withProgress } from './with-progress.js';

const measure = async (options: EvalOptions): Promise<Result<Experience>> => {
  const marked = await markedPictures(options.data, options.limit);
  if (!marked.ok) return marked;
  const found = await findModel({ reference: options.model, task: 'density', ...options });
  if (!found.ok) return found;
  const session = await openOnnxSession(found.value.path, options);
  if (!session.ok) return session;
  const files = marked.value.map(({ file }) => file);
  const model = onnxDensityModel(session.value);
  const experience = await withProgress('looking', files.length, 'pictures', (tick) =>
    measureExperience(files, join(options.data, 'images'), model, tick),
  );
  await session.value.close();
  return experience.ok ? ok(experience.value) : experience;
};

/** `throng-models eval experience` */
export const evalExperience = async (options: EvalOptions): Promise<ExitCode> => {
  const experience = await measure(options);
  if (!experience.ok) {
    complain(experience.message);
    return EXIT.failed;
  }
  if (options.json) printJson(rounded({ experience: experience.value }, 4));
  else {
    printTable([
      ['statistic', 'mean', 'deviation'],
      ...Object.entries(experience.value).map(([statistic, { mean, deviation }]) => [
        statistic,
        mean.toFixed(4),
        deviation.toFixed(4),
      ]),
    ]);
  }
  return EXIT.ok;
};
