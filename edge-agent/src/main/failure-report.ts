import type { Identifier } from '@throng/contract';
import type { Log } from '../ports/log.js';

/** Counts failures per camera; says them in one line each time it is asked, with the last cause. */
export class FailureReport {
  readonly #failures = new Map<Identifier, { count: number; cause: string }>();

  constructor(private readonly log: Log) {}

  add(camera: Identifier, cause: string): void {
    const count = (this.#failures.get(camera)?.count ?? 0) + 1;
    this.#failures.set(camera, { count, cause });
  }

  report(): void {
    for (const [camera, { count, cause }] of this.#failures) {
      this.log.error({ camera, frames: count, cause }, 'the models failed on frames');
    }
    this.#failures.clear();
  }
}
