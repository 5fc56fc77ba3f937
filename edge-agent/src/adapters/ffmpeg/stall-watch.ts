import type { Clock } from '../../ports/clock.js';

/** Calls `onStall` when it has been started and neither stopped nor started again in time. */
export class StallWatch {
  #cancel: (() => void) | undefined;

  constructor(
    private readonly clock: Clock,
    private readonly onStall: (milliseconds: number) => void,
  ) {}

  start(milliseconds: number): void {
    this.stop();
    this.#cancel = this.clock.after(milliseconds, () => this.onStall(milliseconds));
  }

  stop(): void {
    this.#cancel?.();
    this.#cancel = undefined;
  }
}
