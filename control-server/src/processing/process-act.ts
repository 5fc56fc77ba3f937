import { type Alert, type AlertAct, fail, ok, type Result } from '@throng/contract';
import { type AlertBook, enterTransition } from '../alerting/alert-book.js';
import { type ActFault, handleAlert } from '../lifecycle/handle-alert.js';
import type { Outcome } from './outcome.js';
import type { ProcessingState } from './processing-state.js';

/** Somebody does something about an alert. */
export interface Act {
  /** Id of the alert. */
  readonly alert: string;
  readonly act: AlertAct;
  /** The name of whoever acts. */
  readonly by: string;
}

/** What an act makes of a state, and the alert as it stands after it. */
export interface Done {
  readonly outcome: Outcome;
  readonly alert: Alert;
}

/** The outcome of an act, or why it cannot be done. @param now epoch ms. */
export const processAct = (
  state: ProcessingState,
  { act, alert: id, by }: Act,
  now: number,
): Result<Done, ActFault> => {
  const found = findAlert(state.alerts, id);
  if (found === undefined)
    return fail('no-such-alert', `no alert "${id}" stands or cleared lately`);
  const handled = handleAlert(found.alert, act, by, now);
  if (!handled.ok) return handled;
  const transition = handled.value;
  if (transition === null) {
    return ok({ outcome: { state, rows: {}, transitions: [] }, alert: found.alert });
  }
  const alerts =
    found.subject === undefined
      ? withCleared(state.alerts, transition.alert)
      : enterTransition(state.alerts, found.subject, transition);
  const transitions = [transition];
  const outcome = { state: { ...state, alerts }, rows: { transitions }, transitions };
  return ok({ outcome, alert: transition.alert });
};

/** The alert of an id, with its subject where it stands. */
const findAlert = ({ active, cleared }: AlertBook, id: string) => {
  for (const [subject, alert] of active) if (alert.id === id) return { subject, alert };
  const alert = cleared.find((each) => each.id === id);
  return alert === undefined ? undefined : { subject: undefined, alert };
};

const withCleared = (book: AlertBook, alert: AlertBook['cleared'][number]): AlertBook => ({
  ...book,
  cleared: book.cleared.map((each) => (each.id === alert.id ? alert : each)),
});
