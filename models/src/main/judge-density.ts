import { join } from 'node:path';
import { ok, type Result } from '@throng/contract';
import { type CountError, countSigma } from '@throng/crowd';
import { countOf, type DensityEstimator, type DensityMap, type Picture } from '@throng/inference';
import { readPicture } from '../adapters/read-picture.js';
import type { JudgedPicture } from '../evaluation/density-report.js';
import type { MarkedPicture } from '../evaluation/heads-file.js';
import type { Tick } from '../ports/tick.js';

export interface Estimated {
  readonly picture: Picture;
  readonly map: DensityMap;
}

/** Reads one picture and counts it. */
export const estimateFile = async (
  path: string,
  model: DensityEstimator,
): Promise<Result<Estimated>> => {
  const picture = await readPicture(path);
  if (!picture.ok) return picture;
  const map = await model.estimate(picture.value);
  return map.ok ? ok({ picture: picture.value, map: map.value }) : map;
};

/** σ of a count: fitted on whole pictures where the manifest has it, else as the graph states it. */
const sigmaOf = (map: DensityMap, error: CountError | undefined): number | undefined => {
  if (error !== undefined) return countSigma(countOf(map), error);
  return map.variance === undefined ? undefined : Math.sqrt(map.variance);
};

/** Counts each marked picture of `folder`; stops at the first that cannot be counted. */
export const judgeDensity = async (
  pictures: readonly MarkedPicture[],
  folder: string,
  model: DensityEstimator,
  error: CountError | undefined,
  tick: Tick,
): Promise<Result<readonly JudgedPicture[]>> => {
  const judged: JudgedPicture[] = [];
  for (const { file, part, truth } of pictures) {
    const estimated = await estimateFile(join(folder, file), model);
    if (!estimated.ok) return estimated;
    const { map } = estimated.value;
    judged.push({ file, part, truth, estimate: countOf(map), sigma: sigmaOf(map, error) });
    tick();
  }
  return ok(judged);
};
