import type { Clock, Timer } from '../clock.js';

export const systemClock: Clock = { now: () => Date.now() };

export const systemTimer: Timer = {
  every: (milliseconds, action) => {
    const handle = setInterval(action, milliseconds);
    return () => clearInterval(handle);
  },
};
