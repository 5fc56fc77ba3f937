import type { Point } from '@throng/crowd';
import type { FrameFlow } from '../flow/flow-meter.js';
import { LineCounter, type Walker } from '../flow/line-counter.js';
import type { PassageFlow } from '../flow/line-meter.js';
import { WholePersons } from '../flow/whole-persons.js';
import { type LineEnds, measuredLine } from './given-line.js';

/** Who crossed a line, counted and true. `in` is from the line's right to its left, y up. */
export interface LineScore {
  /** x1, y1, x2, y2, metres. */
  readonly line: LineEnds;
  readonly in: number;
  readonly out: number;
  readonly trueIn: number;
  readonly trueOut: number;
  /** Share of the crossings that the agent itself expected to catch. */
  readonly recall: number;
}

/** Where a person of the truth stands. */
export interface KnownPerson {
  readonly id: number | string;
  readonly place: Point;
}

interface KnownWalker extends Walker {
  place: Point;
  seenAt: number;
}

const NOTHING = { in: 0, out: 0, recall: 0 } as const;

/** Milliseconds for which a person of the truth may be missing and still be on the same walk. */
const LONGEST_GAP = 2_000;

/**
 * Compares the counts on lines with the true crossings: each step of a person's true track that
 * crosses, by the convention of `crossing`, which is PedPy's with a direction.
 */
export class FlowScorer {
  readonly #truth: { readonly counter: LineCounter; in: number; out: number }[];
  readonly #walkers = new Map<number | string, KnownWalker>();
  readonly #measured: (readonly PassageFlow[])[] = [];

  constructor(private readonly lines: readonly LineEnds[]) {
    this.#truth = lines.map((ends, index) => ({
      ...{ counter: new LineCounter(measuredLine(ends, index).line, 0), in: 0, out: 0 },
    }));
  }

  /** @param at time of the frame, ms. */
  add(measured: FrameFlow | undefined, people: readonly KnownPerson[], at: number): void {
    if (measured !== undefined) this.#measured.push(measured.passages);
    for (const { id, place } of people) {
      const known = this.#walkers.get(id);
      if (known === undefined || at - known.seenAt > LONGEST_GAP) {
        this.#walkers.set(id, { isConfirmed: true, place, seenAt: at });
        continue;
      }
      for (const line of this.#truth) {
        for (const { direction } of line.counter.step(known, {
          from: known.place,
          to: place,
          at,
        })) {
          line[direction > 0 ? 'in' : 'out'] += 1;
        }
      }
      known.place = place;
      known.seenAt = at;
    }
  }

  score(): LineScore[] {
    const counts = new WholePersons().count(this.#measured);
    return this.lines.map((line, index) => {
      const { passage } = measuredLine(line, index);
      const counted = counts.find((count) => count.passage === passage) ?? NOTHING;
      const { in: trueIn = 0, out: trueOut = 0 } = this.#truth[index] ?? {};
      return { line, in: counted.in, out: counted.out, trueIn, trueOut, recall: counted.recall };
    });
  }
}
