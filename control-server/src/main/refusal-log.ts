import type { Refusal, RefusalReason } from '../admission/refusal.js';
import type { Log } from './log.js';

/** Counts refusals and tells the log once a second: a flood of bad messages is one line per reason. */
export class RefusalLog {
  readonly #log: Log;
  readonly #seen = new Map<RefusalReason, { count: number; last: Refusal }>();

  constructor(log: Log) {
    this.#log = log;
  }

  add(refusal: Refusal): void {
    const { reason } = refusal;
    const count = (this.#seen.get(reason)?.count ?? 0) + 1;
    this.#seen.set(reason, { count, last: refusal });
  }

  flush(): void {
    for (const [reason, { count, last }] of this.#seen) {
      const level = reason === 'resent' ? 'info' : 'warn';
      this.#log[level]({ reason, count, last: last.message }, 'messages refused');
    }
    this.#seen.clear();
  }
}
