import { toTimestamp } from '@throng/contract';
import type { StoreFault } from '../store/measurement-store.js';
import type { AuditEntry } from './audit-entry.js';
import type { AuditLog } from './audit-log.js';

/** Entries that wait while nothing can be written. DROP_OLDEST, and the loss is itself an entry. */
const MAX_WAITING = 10_000;

/**
 * What happens without asking anybody (alerts, views, pages that come and go) is written from here
 * once a second, so that live work never waits for the record.
 */
export class AuditQueue {
  readonly #log: AuditLog;
  #waiting: AuditEntry[] = [];
  #lost = 0;
  #failing: StoreFault | null = null;
  #flushing: Promise<StoreFault | null> | undefined;

  constructor(log: AuditLog) {
    this.#log = log;
  }

  get waiting(): number {
    return this.#waiting.length;
  }

  /** How the last write went. */
  get failing(): StoreFault | null {
    return this.#failing;
  }

  add(entry: AuditEntry): void {
    this.#waiting.push(entry);
    if (this.#waiting.length <= MAX_WAITING) return;
    this.#waiting.shift();
    this.#lost += 1;
  }

  /** Writes what waits. A write still under way is waited for. `now` is epoch ms. */
  flush(now: number): Promise<StoreFault | null> {
    this.#flushing ??= this.#write(now).finally(() => {
      this.#flushing = undefined;
    });
    return this.#flushing;
  }

  async #write(now: number): Promise<StoreFault | null> {
    const due = this.#waiting;
    const lost = this.#lost;
    if (due.length === 0 && lost === 0) return this.#failing;
    this.#waiting = [];
    this.#lost = 0;
    const written = await this.#log.append(lost === 0 ? due : [lossOf(lost, now), ...due]);
    if (!written.ok) {
      this.#lost += lost;
      const later = this.#waiting;
      this.#waiting = [];
      for (const entry of [...due, ...later]) this.add(entry);
    }
    this.#failing = written.ok ? null : written.code;
    return this.#failing;
  }
}

const lossOf = (count: number, now: number): AuditEntry => ({
  at: toTimestamp(now),
  actor: 'server',
  role: 'server',
  action: 'entries-lost',
  subject: 'audit',
  outcome: 'failed',
  details: { count },
  versions: {},
});
