import { sfpeSpeed, weidmannSpeed } from '@throng/crowd';

/** Metres per second that even a packed crowd shuffles on: the fits' standstill is not of crowds. */
const SHUFFLE = 0.15;

/** Walking speed at a density in persons/m²: Weidmann on the level, SFPE on stairs of 178 × 279 mm. */
export const walkingSpeed = (density: number, isStairs: boolean): number =>
  Math.max(SHUFFLE, isStairs ? sfpeSpeed(density, 'stairs-178x279') : weidmannSpeed(density));
