import { hostClock } from '@throng/host/adapters';
import type { Clock } from '../ports/clock.js';

/** The machine's time as it stands: what another program of this machine reads is stamped by it. */
export const machineClock: Pick<Clock, 'now'> = { now: () => Date.now() };

/** The machine's own time; where somebody sets it, the time before goes on until the new one is vouched for. */
export const systemClock: Clock = {
  now: () => hostClock.now(),
  get heldBy() {
    return hostClock.heldBy;
  },
  after: (milliseconds, action) => {
    const timer = setTimeout(action, milliseconds);
    return () => clearTimeout(timer);
  },
};
