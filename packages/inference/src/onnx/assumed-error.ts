import type { CountError } from '@throng/crowd';

/** Assumed of a model that states no error of its own: an uncalibrated site's. */
export const ASSUMED_ERROR: CountError = { relative: 0.3, floor: 1 };
