import { CELLS, type Orientations } from './view-signature.js';

/** Directions that a reference tells apart: 11° each. */
const DIRECTIONS = 32;

/** A cell counts in whose pictures the edges ran the same way at least so much, 0 to 1. */
const LEAST_CONSTANCY = 0.6;

/** Cells that a place must show for a turned camera to be told from it. */
const ENOUGH_CELLS = 40;

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';
const NOTHING = '-';

/** Sums up what stays where pictures come and go: people pass, edges of the place remain. */
export class ReferenceSum {
  readonly #cosines = new Float32Array(CELLS);
  readonly #sines = new Float32Array(CELLS);
  #pictures = 0;

  get pictures(): number {
    return this.#pictures;
  }

  add({ cosines, sines }: Orientations): void {
    this.#pictures += 1;
    for (let cell = 0; cell < CELLS; cell += 1) {
      this.#cosines[cell] = (this.#cosines[cell] ?? 0) + (cosines[cell] ?? 0);
      this.#sines[cell] = (this.#sines[cell] ?? 0) + (sines[cell] ?? 0);
    }
  }

  /**
   * The place as 432 letters, one a cell: one of 32 directions, or `-` where none lasts. Undefined
   * where too little lasts. No brightness, no colour and no picture can be had from it.
   *
   * @param ignored cells that no place shows: those under a mask.
   */
  reference(ignored: ReadonlySet<number>): string | undefined {
    let lasting = 0;
    const letters = Array.from({ length: CELLS }, (_, cell) => {
      const [cosine, sine] = [this.#cosines[cell] ?? 0, this.#sines[cell] ?? 0];
      const constancy = Math.hypot(cosine, sine) / Math.max(1, this.#pictures);
      if (constancy < LEAST_CONSTANCY || ignored.has(cell)) return NOTHING;
      lasting += 1;
      const turn = Math.atan2(sine, cosine) / (2 * Math.PI) + 1;
      return ALPHABET[Math.round(turn * DIRECTIONS) % DIRECTIONS] ?? NOTHING;
    });
    return lasting < ENOUGH_CELLS ? undefined : letters.join('');
  }
}

/** Whether a text can be a reference, as it comes from a file. */
export const isReference = (text: string): boolean =>
  text.length === CELLS && [...text].every((one) => one === NOTHING || ALPHABET.includes(one));

export const orientationsIn = (reference: string): Orientations => {
  const cosines = new Float32Array(CELLS);
  const sines = new Float32Array(CELLS);
  for (const [cell, letter] of [...reference].entries()) {
    if (letter === NOTHING) continue;
    const angle = (ALPHABET.indexOf(letter) * 2 * Math.PI) / DIRECTIONS;
    cosines[cell] = Math.cos(angle);
    sines[cell] = Math.sin(angle);
  }
  return { cosines, sines };
};
