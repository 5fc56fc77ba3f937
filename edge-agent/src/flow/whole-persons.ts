import type { Identifier } from '@throng/contract';
import type { PassageFlow } from './line-meter.js';

/** Whole persons over a passage, each way. */
export interface PassageCount {
  readonly passage: Identifier;
  readonly in: number;
  readonly out: number;
  /** Share of the crossings that are caught, 0 to 1. */
  readonly recall: number;
}

/** What catches less than half of the crossings is no count: it is not known, rather than small. */
const LEAST_RECALL = 0.5;

/** The nearest whole number of persons, and what is owed to later windows. */
const settle = (owed: number): readonly [whole: number, owed: number] => {
  const whole = Math.max(0, Math.round(owed));
  return [whole, owed - whole];
};

/**
 * Turns the parts of persons that dense motion counts into whole persons per window. What is
 * rounded away is owed to the next window, so that all windows together are right to half a person.
 * A passage of which most is missed is left out: unknown, never zero.
 */
export class WholePersons {
  readonly #owed = new Map<Identifier, { in: number; out: number }>();

  /** The counts of one window, from all its frames. */
  count(frames: readonly (readonly PassageFlow[])[]): PassageCount[] {
    const [first] = frames;
    return (first ?? []).flatMap(({ passage }, index) => {
      const flows = frames.flatMap((frame) => frame[index] ?? []);
      const sum = (of: (flow: PassageFlow) => number): number =>
        flows.reduce((total, flow) => total + of(flow), 0);
      const recall = sum((flow) => flow.recall) / flows.length;
      if (recall < LEAST_RECALL) return [];
      const owed = this.#owed.get(passage) ?? { in: 0, out: 0 };
      const [inwards, owedIn] = settle(owed.in + sum((flow) => flow.in));
      const [outwards, owedOut] = settle(owed.out + sum((flow) => flow.out));
      this.#owed.set(passage, { in: owedIn, out: owedOut });
      return [{ passage, in: inwards, out: outwards, recall }];
    });
  }
}
