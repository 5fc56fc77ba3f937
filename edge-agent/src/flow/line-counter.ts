import { crossing, distance, orientation, type Point, type Segment } from '@throng/crowd';
import type { Step } from '../tracking/track.js';

/** Who steps over lines; it is told apart by being itself, not by an id. */
export interface Walker {
  readonly isConfirmed: boolean;
}

/** Somebody went over a line: +1 from its right to its left, −1 the other way. */
export interface LineCrossing {
  readonly direction: 1 | -1;
  /** Capture time of the first step over the line, ms. */
  readonly at: number;
  /** Where the line was crossed, metres. */
  readonly place: Point;
}

/** How far one walker is with a line. */
interface Approach {
  /** The side on which they surely was: 1 left, −1 right, 0 not known yet. */
  side: 1 | -1 | 0;
  /** Net steps over the line since they surely were there. */
  net: number;
  /** The first of these steps. */
  first: { readonly at: number; readonly place: Point } | undefined;
  /** Crossings of a track that is not confirmed yet. */
  waiting: LineCrossing[];
}

/** Metres to the left of a line, negative to its right. */
const leftOf = ({ from, to }: Segment, point: Point): number =>
  orientation(from, to, point) / distance(from, to);

/**
 * Counts who goes over a line. A step crosses by PedPy's convention (`crossing`); a person has
 * crossed once they surely are on the other side, `hysteresis` metres from the line, so that one
 * who wavers on it counts once or not at all. The crossing carries the time of its first step, so
 * that N(t) is PedPy's. Who goes round the line's end has not crossed. Tracks that are not
 * confirmed never count; theirs is counted when they are.
 */
export class LineCounter {
  readonly #approaches = new WeakMap<Walker, Approach>();

  /** @param hysteresis metres; 0 counts each step. */
  constructor(
    readonly line: Segment,
    private readonly hysteresis: number,
  ) {}

  /** The crossings that a walker's step completes. */
  step(walker: Walker, { from, to, at }: Step): readonly LineCrossing[] {
    const approach = this.#approachOf(walker, from);
    const direction = crossing(from, to, this.line);
    approach.net += direction;
    if (direction !== 0) approach.first ??= { at, place: this.#meeting(from, to) };
    const side = this.#sideOf(to);
    if (side !== 0) {
      if (approach.side !== 0 && side !== approach.side && approach.net !== 0 && approach.first) {
        approach.waiting.push({ direction: side, ...approach.first });
      }
      approach.side = side;
      approach.net = 0;
      approach.first = undefined;
    }
    if (!walker.isConfirmed) return [];
    const { waiting } = approach;
    approach.waiting = [];
    return waiting;
  }

  #approachOf(walker: Walker, from: Point): Approach {
    const known = this.#approaches.get(walker);
    if (known !== undefined) return known;
    const begun = { side: this.#sideOf(from), net: 0, first: undefined, waiting: [] };
    this.#approaches.set(walker, begun);
    return begun;
  }

  /** 0 while too near the line to be sure. By `crossing` a point on the line is still on its right. */
  #sideOf(point: Point): 1 | -1 | 0 {
    const left = leftOf(this.line, point);
    if (left > this.hysteresis) return 1;
    return left < -this.hysteresis || this.hysteresis === 0 ? -1 : 0;
  }

  /** Where the step meets the line. */
  #meeting(from: Point, to: Point): Point {
    const [before, after] = [leftOf(this.line, from), leftOf(this.line, to)];
    const share = before === after ? 1 : before / (before - after);
    return { x: from.x + share * (to.x - from.x), y: from.y + share * (to.y - from.y) };
  }
}
