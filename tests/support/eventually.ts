import { setTimeout as pause } from 'node:timers/promises';

const BETWEEN_LOOKS_MS = 50;

/**
 * Looks again until `look` returns something, and returns it; fails with `what` after `withinMs`.
 * For conditions of the outside world only: pure code is tested with a fake clock.
 */
export const eventually = async <Value>(
  what: string,
  look: () => Value | undefined | Promise<Value | undefined>,
  withinMs = 10_000,
): Promise<Value> => {
  const deadline = performance.now() + withinMs;
  for (;;) {
    const found = await look();
    if (found !== undefined && found !== false) return found;
    if (performance.now() > deadline) {
      throw new Error(`waited ${withinMs / 1000} s in vain: ${what}`);
    }
    await pause(BETWEEN_LOOKS_MS);
  }
};
