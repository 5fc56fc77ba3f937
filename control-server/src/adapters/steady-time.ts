import type { Clock } from '../clock.js';

const NS_PER_MS = 1_000_000n;

/** Milliseconds that never go back, whatever is done to the time of day; the same in every thread. */
export const steadyClock: Clock = { now: () => Number(process.hrtime.bigint() / NS_PER_MS) };
