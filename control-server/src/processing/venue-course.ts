import type { VenuePlan } from '../venue-plan/venue-plan.js';
import type { Input } from './input.js';
import type { Effects } from './outcome.js';
import { processInput } from './process-input.js';
import { enterWindow } from './process-window.js';
import type { ProcessingState } from './processing-state.js';
import type { Rules } from './rules.js';
import { StateDraft } from './state-draft.js';

/** A venue's state, moved on input by input: what `processInput` makes of each, without its copies for each window. */
export class VenueCourse {
  readonly #rules: Rules;
  #plan: VenuePlan;
  #draft: StateDraft;

  constructor(plan: VenuePlan, rules: Rules, state: ProcessingState) {
    this.#plan = plan;
    this.#rules = rules;
    this.#draft = new StateDraft(state);
  }

  get plan(): VenuePlan {
    return this.#plan;
  }

  /** As it stands; what is handed out never changes. */
  get state(): ProcessingState {
    return this.#draft.state;
  }

  /** Goes on with another state, and another plan where it is given. */
  goOnWith(state: ProcessingState, plan: VenuePlan = this.#plan): void {
    this.#plan = plan;
    this.#draft = new StateDraft(state);
  }

  /** @param now epoch ms. */
  take(input: Input, now: number): Effects {
    if (input.kind === 'window') {
      return enterWindow(this.#plan, this.#rules, this.#draft, input.window, now);
    }
    const outcome = processInput(this.#plan, this.#rules, this.state, input, now);
    this.goOnWith(outcome.state);
    return outcome;
  }
}
