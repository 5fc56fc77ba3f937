import { clearing, enterTransition, type Transition } from '../alerting/alert-book.js';
import { hasSubject } from '../alerting/alert-subject.js';
import type { VenuePlan } from '../venue-plan/venue-plan.js';
import type { Outcome } from './outcome.js';
import type { ProcessingState } from './processing-state.js';

/**
 * Clears the alerts whose zone, camera or edge the next plan no longer has, while the present one is
 * still in force: who may see them is told. @param now epoch ms.
 */
export const clearGone = (next: VenuePlan, state: ProcessingState, now: number): Outcome => {
  let { alerts } = state;
  const transitions: Transition[] = [];
  for (const [subject, alert] of state.alerts.active) {
    if (hasSubject(next, alert)) continue;
    const transition = clearing(alert, now);
    alerts = enterTransition(alerts, subject, transition);
    transitions.push(transition);
  }
  return { state: { ...state, alerts }, rows: { transitions }, transitions };
};
