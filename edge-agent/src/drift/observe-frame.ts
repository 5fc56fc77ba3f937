import {
  activeShare,
  countOf,
  type DensityMap,
  type Detection,
  disagreement,
  type Observation,
  type Picture,
  pictureStatistics,
} from '@throng/inference';

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
