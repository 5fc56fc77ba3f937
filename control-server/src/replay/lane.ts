import type { Input } from '../processing/input.js';
import type { Effects } from '../processing/outcome.js';
import { initialState, type ProcessingState } from '../processing/processing-state.js';
import type { Rules } from '../processing/rules.js';
import { VenueCourse } from '../processing/venue-course.js';
import { AlertStretches } from './alert-stretches.js';
import type { Judgement } from './rehearsed-rules.js';

/** In a recording nobody acknowledges: that nobody has answered tells nothing of the rules. */
const withNobodyToAnswer = (rules: Rules): Rules => ({
  ...rules,
  alerts: { ...rules.alerts, unansweredAfterSeconds: Number.POSITIVE_INFINITY },
});

/** A venue under one judgement, moved on by the very core of the live server. */
export class Lane {
  readonly stretches = new AlertStretches();
  readonly #course: VenueCourse;

  /** @param startedAt epoch ms of event time. */
  constructor({ plan, rules }: Judgement, startedAt: number) {
    this.#course = new VenueCourse(plan, withNobodyToAnswer(rules), initialState(plan, startedAt));
  }

  get state(): ProcessingState {
    return this.#course.state;
  }

  take(input: Input, now: number): Effects {
    const effects = this.#course.take(input, now);
    for (const transition of effects.transitions) this.stretches.enter(transition);
    return effects;
  }
}
