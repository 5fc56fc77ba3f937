/** Confidence below which detections do not count, where neither entry nor command line say. */
export const LEAST_SCORE = 0.4;
