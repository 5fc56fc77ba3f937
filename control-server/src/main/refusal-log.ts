import type { Refusal, RefusalReason } from '../admission/refusal.js';
import type { Log } from './log.js';

/** Counts refusals and tells the log once a second: a flood of bad messages is one line per reason. */
export class RefusalLog {
  readonly #log: Log;
  readonly #seen = new Map<RefusalReason, { count: number; last: string }>();

  constructor(log: Log) {
    this.#log = log;
  }

  add({ reason, message }: Refusal): void {
    const count = (this.#seen.get(reason)?.count ?? 0) + 1;
    this.#seen.set(reason, { count, last: message });
  }

  flush(): void {
    for (const [reason, { count, last }] of this.#seen) {
      const level = reason === 'resent' ? 'info' : 'warn';
      this.#log[level]({ reason, count, last }, 'messages refused');
    }
    this.#seen.clear();
  }
}
