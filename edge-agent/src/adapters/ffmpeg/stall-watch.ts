import type { Clock } from '../../ports/clock.js';

/** Calls `onStall` when it has been started and not stopped for `milliseconds`. */
export class StallWatch {
  #cancel: (() => void) | undefined;

  constructor(
    private readonly clock: Clock,
    private readonly milliseconds: number,
    private readonly onStall: () => void,
  ) {}

  start(): void {
    this.stop();
    this.#cancel = this.clock.after(this.milliseconds, this.onStall);
  }

  stop(): void {
    this.#cancel?.();
    this.#cancel = undefined;
  }
}
