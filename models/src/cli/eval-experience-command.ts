import { join } from 'node:path';
import { ok, type Result } from '@throng/contract';
import type { Experience } from '@throng/inference';
import { markedPictures } from '../adapters/marked-pictures.js';
import { rounded } from '../evaluation/rounded.js';
import { measureExperience } from '../main/measure-experience.js';
import { openDensityModel } from '../main/open-density-model.js';
import { type OpenPersonModel, openPersonModel } from '../main/open-person-model.js';
import type { EvalOptions } from './eval-options.js';
import { EXIT, type ExitCode } from './exit-codes.js';
import { complain, printJson, printTable } from './output.js';
import { withProgress } from './with-progress.js';

export interface ExperienceOptions extends EvalOptions {
  /** The person model whose disagreement is watched too. */
  readonly person?: string;
}

const openDetector = async (
  options: ExperienceOptions,
): Promise<Result<OpenPersonModel | undefined>> =>
  options.person === undefined
    ? ok(undefined)
    : openPersonModel({ ...options, model: options.person });

const measure = async (options: ExperienceOptions): Promise<Result<Experience>> => {
  const marked = await markedPictures(options.data, options.limit);
  if (!marked.ok) return marked;
  const density = await openDensityModel(options);
  if (!density.ok) return density;
  const person = await openDetector(options);
  const files = marked.value.map(({ file }) => file);
  const folder = join(options.data, 'images');
  const { estimator } = density.value;
  const experience = person.ok
    ? await withProgress('looking', files.length, 'pictures', (tick) =>
        measureExperience(files, folder, estimator, person.value?.detector, tick),
      )
    : person;
  if (person.ok) await person.value?.close();
  await density.value.close();
  return experience;
};

/** `throng-models eval experience` */
export const evalExperience = async (options: ExperienceOptions): Promise<ExitCode> => {
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
