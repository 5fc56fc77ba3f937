/** The pure face: what time it is, and who keeps it. */
export {
  type ClockKeepers,
  type ClockKeeping,
  clockKeeping,
  isVouchedFor,
} from './clock/clock-keeping.js';
export {
  type ClockReading,
  type ClockStanding,
  type ClockState,
  HOLD_MS,
  judgeClock,
  STEP_MS,
  startClock,
} from './clock/judge-clock.js';
