import type { Transition } from '../alerting/alert-book.js';
import type { Log } from './log.js';

/** Each change of an alert is a line in the log, with the numbers behind it. */
export const logTransitions = (log: Log, transitions: readonly Transition[]): void => {
  for (const { kind, alert } of transitions) {
    const { id, priority, reason } = alert;
    log.info({ alert: id, priority, reason }, `alert ${kind}`);
  }
};
