import type { Clock, Timer } from '@throng/control-server';

/** A clock that a bench moves on; what has become due is done on the way. */
export class DrivenClock implements Clock, Timer {
  #now: number;
  readonly #repeating = new Map<() => void, { readonly every: number; next: number }>();

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

  /** To `then`, epoch ms; resolves when the writes that became due have had their turn. */
  async moveTo(then: number): Promise<void> {
    this.#now = then;
    for (const [action, due] of this.#repeating) {
      while (due.next <= then) {
        due.next += due.every;
        action();
      }
    }
    await new Promise((resolve) => setImmediate(resolve));
  }
}
