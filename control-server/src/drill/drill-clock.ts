import type { Clock } from '../clock.js';

/** The time of a drill: it begins with the real one, and moves by its own steps. */
export class DrillClock implements Clock {
  #now: number;

  /** @param startedAt epoch ms. */
  constructor(startedAt: number) {
    this.#now = startedAt;
  }

  now(): number {
    return this.#now;
  }

  advance(milliseconds: number): void {
    this.#now += milliseconds;
  }
}
