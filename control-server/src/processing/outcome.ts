import type { Refusal } from '../admission/refusal.js';
import type { Transition } from '../alerting/alert-book.js';
import type { Rows } from '../store/rows.js';
import type { ProcessingState } from './processing-state.js';

/** What one input brings about, besides the state after it. */
export interface Effects {
  /** What the store must keep. */
  readonly rows: Partial<Rows>;
  /** Changes of alerts, in order. */
  readonly transitions: readonly Transition[];
  /** The input was a window that is history. */
  readonly late?: boolean;
  /** Why the input was not admitted. */
  readonly refusal?: Refusal;
}

/** What one input makes of a state. */
export interface Outcome extends Effects {
  readonly state: ProcessingState;
}

/** Nothing but that the input was refused. */
export const refusedFor = (refusal: Refusal): Effects => ({ rows: {}, transitions: [], refusal });

export const refused = (state: ProcessingState, refusal: Refusal): Outcome => ({
  state,
  ...refusedFor(refusal),
});
