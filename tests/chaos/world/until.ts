import { setTimeout as wait } from 'node:timers/promises';

const BETWEEN_LOOKS_MS = 250;

/** Looks again until `look` finds something; throws with `what` after `withinMs`. */
export const until = async <Value>(
  what: string,
  withinMs: number,
  look: () => Value | undefined | Promise<Value | undefined>,
): Promise<Value> => {
  for (const end = performance.now() + withinMs; ; await wait(BETWEEN_LOOKS_MS)) {
    const found = await look();
    if (found !== undefined) return found;
    if (performance.now() > end) throw new Error(`waited ${withinMs / 1_000} s in vain: ${what}`);
  }
};
