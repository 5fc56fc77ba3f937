import type { LinePiece, LineView } from './line-view.js';
import type { MovingPeople } from './moving-people.js';

/** Persons over a line, each way; parts of a person are possible. */
export interface Passed {
  readonly in: number;
  readonly out: number;
}

/** Milliseconds over which the flow over a piece is summed before it counts as in or out. */
const SETTLE = 1_000;

/** Seconds for which the last flow stands for one that is not known. */
const LONGEST_HOLD = 2;

interface Piece {
  readonly weights: LinePiece;
  /** Net persons since the last settlement, inwards. */
  net: number;
  /** Net flow when it was last known, persons/s inwards. */
  flow: number;
  /** Capture time when it was last known, ms. */
  knownAt: number | undefined;
}

/**
 * Crossings where people are too dense to be followed: N = ∫∫ w·ρ·v ds dt over the line, with the
 * density model's ρ, the picture's own motion v across the line and the weight w with which dense
 * motion is trusted there. Noise of a crowd that stands would add up in both directions, so each
 * piece of the line is summed over a second and then counts one way.
 */
export class DenseFlow {
  readonly #pieces: readonly Piece[];
  #settledAt: number | undefined;

  constructor(private readonly view: LineView) {
    this.#pieces = view.pieces.map((weights) => ({
      ...{ weights, net: 0, flow: 0, knownAt: undefined },
    }));
  }

  /**
   * What passed since the frame before.
   *
   * @param people nothing while people are so sparse that nobody looked at their density.
   * @param trust w per block, 0 to 1.
   * @param at capture time, ms.
   */
  next(people: MovingPeople | undefined, trust: (block: number) => number, at: number): Passed {
    const seconds = Math.min(people?.seconds ?? 0, LONGEST_HOLD);
    this.#settledAt ??= at;
    for (const piece of this.#pieces) {
      if (people === undefined) piece.knownAt = undefined;
      else this.#look(piece, people, trust, at);
      const age = piece.knownAt === undefined ? Number.POSITIVE_INFINITY : at - piece.knownAt;
      if (age <= 1_000 * LONGEST_HOLD) piece.net += piece.flow * seconds;
    }
    if (at - this.#settledAt < SETTLE) return { in: 0, out: 0 };
    this.#settledAt = at;
    return this.#settle();
  }

  #look(
    piece: Piece,
    { persons, vx, vy }: MovingPeople,
    trust: (block: number) => number,
    at: number,
  ): void {
    const { inward } = this.view;
    let [all, known, momentum] = [0, 0, 0];
    for (const [block, weight] of piece.weights) {
      const here = (persons[block] ?? 0) * trust(block) * weight;
      if (here === 0) continue;
      all += here;
      const speed = (vx[block] ?? 0) * inward.x + (vy[block] ?? 0) * inward.y;
      if (Number.isNaN(speed)) continue;
      known += here;
      momentum += here * speed;
    }
    if (known === 0 && all > 0) return;
    // People whose motion is not known go with those whose motion is.
    piece.flow = known > 0 ? (momentum * all) / known : 0;
    piece.knownAt = at;
  }

  #settle(): Passed {
    let [inwards, outwards] = [0, 0];
    for (const piece of this.#pieces) {
      if (piece.net > 0) inwards += piece.net;
      else outwards -= piece.net;
      piece.net = 0;
    }
    return { in: inwards, out: outwards };
  }
}
