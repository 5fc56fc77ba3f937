import { hostClock } from '@throng/host/adapters';
import type { Clock, Timer } from '../clock.js';

/** The machine's own time; where somebody sets it, the time before goes on until the new one is vouched for. */
export const systemClock: Clock = {
  now: () => hostClock.now(),
  get heldBy() {
    return hostClock.heldBy;
  },
};

/** Counts the way to each call anew, so that a time that is taken over puts it back in phase. */
const everyInPhase = (
  clock: Clock,
  milliseconds: number,
  action: () => void,
  phase: number,
): (() => void) => {
  let handle: NodeJS.Timeout;
  const next = (): void => {
    const sinceLast = (((clock.now() - phase) % milliseconds) + milliseconds) % milliseconds;
    // A timer may fire a moment early; the same second must not have two calls.
    const left = milliseconds - sinceLast;
    handle = setTimeout(
      () => {
        next();
        action();
      },
      left < milliseconds / 20 ? left + milliseconds : left,
    );
  };
  next();
  return () => clearTimeout(handle);
};

/** Real waiting, its phases by a clock. */
export const timerBy = (clock: Clock): Timer => ({
  every: (milliseconds, action, phase) => {
    if (phase !== undefined) return everyInPhase(clock, milliseconds, action, phase);
    const handle = setInterval(action, milliseconds);
    return () => clearInterval(handle);
  },
});

export const systemTimer: Timer = timerBy(systemClock);
