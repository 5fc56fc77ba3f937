import { sfpeSpeed, weidmannSpeed } from '@throng/crowd';

/** Metres per second that even a packed crowd shuffles on: the fits' standstill is not of crowds. */
const SHUFFLE = 0.15;

/** Walking speed at a density in persons/m²: Weidmann on the level, SFPE on stairs of 178 × 279 mm. */
export const walkingSpeed = (density: number, isStairs: boolean): number =>
  Math.max(SHUFFLE, isStairs ? sfpeSpeed(density, 'stairs-178x279') : weidmannSpeed(density));

/** From here on a crowd that grows denser lets fewer pass, persons/m²: the top of the fundamental diagrams. */
const TOP = 1.9;

/**
 * Persons per second and metre of width that a zone of this density takes in: all who come below the
 * top of its fundamental diagram, J(ρ) = ρ·v(ρ) beyond it.
 */
export const intake = (density: number, isStairs: boolean): number =>
  density <= TOP ? Number.POSITIVE_INFINITY : density * walkingSpeed(density, isStairs);
