import type { Clock } from '../clock.js';
import type { MeasurementStore } from '../store/measurement-store.js';

const PAUSE_MS = 60_000;

/** Erases what is older than the retention, a small slice at a time so that no tick waits long. */
export const createRetention = (store: MeasurementStore, hours: number, clock: Clock) => {
  let nextAt = clock.now();
  return async (): Promise<void> => {
    const now = clock.now();
    if (now < nextAt) return;
    const before = Math.floor(now / 1_000 - hours * 3_600);
    const erased = await store.forget(before);
    const more = erased.ok && erased.value.more;
    nextAt = more ? now : now + PAUSE_MS;
  };
};
