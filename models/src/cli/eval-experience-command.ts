import { join } from 'node:path';
import type { Result } from '@throng/contract';
import type { Experience } from '@throng/inference';
import { markedPictures } from '../adapters/marked-pictures.js';
import { rounded } from '../evaluation/rounded.js';
import { measureExperience } from '../main/measure-experience.js';
import { openDensityModel } from '../main/open-density-model.js';
import type { EvalOptions } from './eval-options.js';
import { EXIT, type ExitCode } from './exit-codes.js';
import { complain, printJson, printTable } from './output.js';
import { withProgress } from './with-progress.js';

const measure = async (options: EvalOptions): Promise<Result<Experience>> => {
  const marked = await markedPictures(options.data, options.limit);
  if (!marked.ok) return marked;
  const opened = await openDensityModel(options);
  if (!opened.ok) return opened;
  const files = marked.value.map(({ file }) => file);
  const { estimator } = opened.value;
  const experience = await withProgress('looking', files.length, 'pictures', (tick) =>
    measureExperience(files, join(options.data, 'images'), estimator, tick),
  );
  await opened.value.close();
  return experience;
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
