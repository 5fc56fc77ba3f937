import { HAND_OVER } from '../hand-over/measured-errors.js';

/** Milliseconds that the density model rests at most: a detector gone blind is found out within. */
const LONGEST_REST = 1_000;

/**
 * Expected hiding (ρ·A, the people who hide each one) below which the detector's count stands alone:
 * where the hand-over to the density model begins.
 */
export const REST_BELOW = HAND_OVER.from;

/**
 * Whether the density model may rest: as long as the last look of both models, and every look of the
 * detector since, found so few people that the density model's count would not enter.
 */
export class DensityRest {
  #quietUntil = Number.NEGATIVE_INFINITY;

  mayRest(capturedAt: number): boolean {
    return capturedAt < this.#quietUntil;
  }

  /** @param hiding greatest expected hiding of a look, by all models that took part. */
  looked(capturedAt: number, hiding: number, withDensity: boolean): void {
    if (hiding >= REST_BELOW) this.#quietUntil = Number.NEGATIVE_INFINITY;
    else if (withDensity) this.#quietUntil = capturedAt + LONGEST_REST;
  }
}
