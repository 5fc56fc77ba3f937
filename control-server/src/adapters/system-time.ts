import type { Clock, Timer } from '../clock.js';

export const systemClock: Clock = { now: () => Date.now() };

/** Counts the way to each call anew, so that a clock that is set puts it back in phase. */
const everyInPhase = (milliseconds: number, action: () => void, phase: number): (() => void) => {
  let handle: NodeJS.Timeout;
  const next = (): void => {
    const sinceLast = (((Date.now() - phase) % milliseconds) + milliseconds) % milliseconds;
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

export const systemTimer: Timer = {
  every: (milliseconds, action, phase) => {
    if (phase !== undefined) return everyInPhase(milliseconds, action, phase);
    const handle = setInterval(action, milliseconds);
    return () => clearInterval(handle);
  },
};
