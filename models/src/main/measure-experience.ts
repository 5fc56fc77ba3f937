import { join } from 'node:path';
import { ok, type Result } from '@throng/contract';
import {
  type DensityEstimator,
  type Experience,
  type Observation,
  observeFrame,
  type PersonDetector,
  STATISTICS,
} from '@throng/inference';
import { spread } from '../evaluation/spread.js';
import type { Tick } from '../ports/tick.js';
import { estimateFile } from './judge-density.js';

const experienceOf = (seen: readonly Observation[]): Experience => {
  const experience: { -readonly [Statistic in keyof Experience]: Experience[Statistic] } = {};
  for (const statistic of STATISTICS) {
    const values = seen.flatMap((observation) => observation[statistic] ?? []);
    if (values.length > 0) experience[statistic] = spread(values);
  }
  return experience;
};

/**
 * Mean and standard deviation of what is watched for drift, over the pictures of a folder.
 *
 * @param detector whose disagreement with the density model is watched too.
 */
export const measureExperience = async (
  files: readonly string[],
  folder: string,
  estimator: DensityEstimator,
  detector: PersonDetector | undefined,
  tick: Tick,
): Promise<Result<Experience>> => {
  const seen: Observation[] = [];
  for (const file of files) {
    const estimated = await estimateFile(join(folder, file), estimator);
    if (!estimated.ok) return estimated;
    const { picture, map } = estimated.value;
    const detections = await detector?.detect(picture);
    if (detections?.ok === false) return detections;
    seen.push(observeFrame(picture, detections?.value, map));
    tick();
  }
  return ok(experienceOf(seen));
};
