import type { DENSITY_ERRORS, DETECTOR_ERRORS } from './measured-errors.js';

type Numbers<Errors> = { readonly [Name in keyof Errors]: number };
export type DetectorErrors = Numbers<typeof DETECTOR_ERRORS>;
export type DensityErrors = Numbers<typeof DENSITY_ERRORS>;

/** What a place does to a count. */
export interface Place {
  /** Expected number of people who hide each one, ρ·A. */
  readonly hiding: number;
  /** Height of a person in the working frame, pixels. */
  readonly pixels: number;
}

/**
 * How a count of n persons on a m² is expected to err:
 * E[(count/shown − n)²] = (relative·n)² + perPerson·n + perSquareMetre·a.
 */
export interface ExpectedError {
  /** Share of the people that the source counts by its nature; its count is divided by this. */
  readonly shown: number;
  /** Error that all persons of a place share, a share of n. */
  readonly relative: number;
  /** Variance that each person adds on their own, persons. */
  readonly perPerson: number;
  /** Variance that ground adds, people or none, persons²/m². */
  readonly perSquareMetre: number;
}

/**
 * A detector sees one who is not hidden, e^(−ρA/h), and not too small, 1 − e^(−(p/p₀)⁴); the rest
 * it misses, always: `relative` is the share missed. It is not divided away, since few boxes that
 * were multiplied would be worth less than the density model's count.
 *
 * @param scale pixels of the detector's own picture per pixel of the working frame.
 */
export const detectorError = (
  { hiding, pixels }: Place,
  scale: number,
  errors: DetectorErrors,
): ExpectedError => {
  const large = 1 - Math.exp(-(((pixels * scale) / errors.smallest) ** 4));
  return {
    shown: 1,
    relative: 1 - Math.exp(-hiding / errors.hiding) * large,
    perPerson: errors.perPerson,
    perSquareMetre: errors.perSquareMetre,
  };
};

/** However many hide each other, no more than this share is believed to be hidden. */
const LEAST_SHOWN = 0.6;

/**
 * Share of heads of which enough shows to be counted: 1/(1 + (ρA/s)²), since one who stands before
 * another hides a head only where several overlap.
 */
export const shownHeads = (hiding: number, { shown }: Pick<DensityErrors, 'shown'>): number =>
  Math.max(LEAST_SHOWN, 1 / (1 + (hiding / shown) ** 2));

/**
 * A density model counts the heads that show, and errs by a share that grows where heads hide heads, (ρA/h)², where people are
 * small, e^(−(p/p₀)²), and where they are nearer than any it has learnt from, (p/p₁)².
 *
 * @param stated relative error of the model by its own entry.
 */
export const densityError = (
  { hiding, pixels }: Place,
  stated: number,
  errors: DensityErrors,
): ExpectedError => {
  const hidden = (hiding / errors.hiding) ** 2;
  const small = Math.exp(-((pixels / errors.smallest) ** 2));
  const near = (pixels / errors.largest) ** 2;
  return {
    shown: shownHeads(hiding, errors),
    relative: Math.min(1, Math.hypot(errors.ofStated * stated, hidden, small, near)),
    perPerson: errors.perPerson,
    perSquareMetre: errors.perSquareMetre,
  };
};

/** Expected squared error of a count of `persons` on `squareMetres`, persons². */
export const expectedSquare = (
  { perPerson, perSquareMetre, relative }: ExpectedError,
  persons: number,
  squareMetres: number,
): number => (relative * persons) ** 2 + perPerson * persons + perSquareMetre * squareMetres;
