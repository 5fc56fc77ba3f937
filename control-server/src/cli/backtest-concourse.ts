import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import colours from 'picocolors';
import {
  type ConcourseResult,
  type ConcourseScore,
  judgeConcourse,
  readConcourse,
} from '../backtest/grand-central/index.js';
import { EXIT } from './exit-codes.js';
import { fileFailure } from './file-failure.js';

const NAME = 14;

/** Where the data lies that Throng is developed against. */
export const usualConcourse = (environment: Readonly<Record<string, string | undefined>>): string =>
  join(environment.THRONG_DATA ?? '../shared/data', 'grand-central');

/** Judges the forecast on the counts of a real concourse; tells the figures, or why there are none. */
export const backtestConcourse = async (folder: string, json: boolean): Promise<number> => {
  const path = join(folder, 'occupancy.csv');
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    console.error(fileFailure(path, error));
    return EXIT.broken;
  }
  const concourse = readConcourse(text);
  if (!concourse.ok) {
    console.error(`${path}: ${concourse.message}`);
    return EXIT.broken;
  }
  const result = judgeConcourse(concourse.value);
  if (json) console.log(JSON.stringify(result, null, 2));
  else for (const line of concourseLines(result)) console.log(line);
  return EXIT.ok;
};

const concourseLines = (result: ConcourseResult): string[] => {
  const { concourse, judgedSeconds, trainedSeconds, zones } = result;
  const block = (title: string, of: (score: ConcourseScore) => string): string[] => [
    '',
    title.padEnd(NAME + 14) +
      result.horizons.map(({ seconds }) => `${seconds / 60} min`.padStart(7)).join(''),
    ...[...zones, result, concourse].map(
      (score) => `  ${score.name.padEnd(NAME + 12)}${of(score)}`,
    ),
  ];
  const rates = (shares: Readonly<Record<string, number>>): string =>
    Object.values(shares)
      .map((share) => share.toFixed(2).padStart(7))
      .join('');
  const percents = (shares: Readonly<Record<string, number>>): string =>
    Object.values(shares)
      .map((share) => `${Math.round(share * 100)} %`.padStart(7))
      .join('');
  return [
    colours.bold(
      `Grand Central: learnt from ${trainedSeconds} s, judged by the ${judgedSeconds} s after`,
    ),
    ...block('Skill against "as now"', ({ skill }) => rates(skill)),
    ...block('Skill against damped trend', ({ skillOverTrend }) => rates(skillOverTrend)),
    ...block('Outcomes inside 80 %', ({ coverage80 }) => percents(coverage80)),
    ...block('Outcomes inside 95 %', ({ coverage95 }) => percents(coverage95)),
  ];
};
