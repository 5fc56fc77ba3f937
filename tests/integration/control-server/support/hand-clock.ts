import type { Clock, Timer } from '@throng/control-server';

/** A clock and a timer that a test moves by hand. */
export class HandClock implements Clock, Timer {
  heldBy: number | undefined;
  #now: number;
  readonly #repeating = new Map<() => void, { every: number; next: number }>();

  constructor(now: number) {
    this.#now = now;
  }

  now(): number {
    return this.#now;
  }

  every(milliseconds: number, action: () => void): () => void {
    this.#repeating.set(action, { every: milliseconds, next: this.#now + milliseconds });
    return () => this.#repeating.delete(action);
  }

  /** Moves on and does what has become due. */
  advance(milliseconds: number): void {
    this.#now += milliseconds;
    for (const [action, due] of this.#repeating) {
      while (due.next <= this.#now) {
        due.next += due.every;
        action();
      }
    }
  }
}
