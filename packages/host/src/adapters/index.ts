/** The face that touches the machine: for the edges of the apps only. */
export { type Ask, askClockKeepers } from './ask-clock-keepers.js';
export { GuardedClock, hostClock, type MachineClocks } from './guarded-clock.js';
export { notifySystemd, type Supervision, supervision } from './notify-systemd.js';
export { tellClock } from './tell-clock.js';
