import { join } from 'node:path';
import { ok, type Result } from '@throng/contract';
import {
  activeShare,
  type DensityEstimator,
  type Experience,
  pictureStatistics,
} from '@throng/inference';
import { spread } from '../evaluation/spread.js';
import type { Tick } from '../ports/tick.js';
import { estimateFile } from './judge-density.js';

/** Mean and standard deviation of what is watched for drift, over the pictures of a folder. */
export const measureExperience = async (
  files: readonly string[],
  folder: string,
  model: DensityEstimator,
  tick: Tick,
): Promise<Result<Experience>> => {
  const seen: Record<'brightness' | 'sharpness' | 'active', number[]> = {
    brightness: [],
    sharpness: [],
    active: [],
  };
  for (const file of files) {
    const estimated = await estimateFile(join(folder, file), model);
    if (!estimated.ok) return estimated;
    const { picture, map } = estimated.value;
    const { brightness, sharpness } = pictureStatistics(picture);
    seen.brightness.push(brightness);
    seen.sharpness.push(sharpness);
    seen.active.push(activeShare(map.persons));
    tick();
  }
  return ok({
    brightness: spread(seen.brightness),
    sharpness: spread(seen.sharpness),
    activeShare: spread(seen.active),
  });
};
