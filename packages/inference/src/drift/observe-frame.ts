import { countOf, type DensityMap } from '../ports/density-estimator.js';
import type { Detection } from '../ports/person-detector.js';
import type { Picture } from '../ports/picture.js';
import {
  activeShare,
  disagreement,
  type Observation,
  pictureStatistics,
} from './frame-observation.js';

/** What is watched of one frame and of the models' answers to it; what a model did not say is left out. */
export const observeFrame = (
  picture: Picture,
  detections: readonly Detection[] | undefined,
  map: DensityMap | undefined,
): Observation => ({
  ...pictureStatistics(picture),
  ...(map === undefined ? {} : { activeShare: activeShare(map.persons) }),
  ...(map === undefined || detections === undefined
    ? {}
    : { disagreement: disagreement(countOf(map), detections.length) }),
});
