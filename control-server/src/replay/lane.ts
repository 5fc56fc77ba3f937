import type { Input } from '../processing/input.js';
import type { Outcome } from '../processing/outcome.js';
import { processInput } from '../processing/process-input.js';
import { initialState, type ProcessingState } from '../processing/processing-state.js';
import type { Rules } from '../processing/rules.js';
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
  readonly #judgement: Judgement;
  #state: ProcessingState;

  /** @param startedAt epoch ms of event time. */
  constructor(judgement: Judgement, startedAt: number) {
    this.#judgement = { ...judgement, rules: withNobodyToAnswer(judgement.rules) };
    this.#state = initialState(judgement.plan, startedAt);
  }

  get state(): ProcessingState {
    return this.#state;
  }

  take(input: Input, now: number): Outcome {
    const { plan, rules } = this.#judgement;
    const outcome = processInput(plan, rules, this.#state, input, now);
    this.#state = outcome.state;
    for (const transition of outcome.transitions) this.stretches.enter(transition);
    return outcome;
  }
}
