import type { Transition } from '../alerting/alert-book.js';
import type { Log } from './log.js';

/** Each change of an alert is a line in the log, with the numbers behind it; what only explains it is for whoever looks closely. */
export const logTransitions = (log: Log, transitions: readonly Transition[]): void => {
  for (const { kind, alert } of transitions) {
    const { id, priority, reason } = alert;
    const level = kind === 'explained' ? 'debug' : 'info';
    log[level]({ alert: id, priority, reason }, `alert ${kind}`);
  }
};
