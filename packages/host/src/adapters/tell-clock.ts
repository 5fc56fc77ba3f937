import { type ClockStanding, HOLD_MS } from '../clock/judge-clock.js';

/** What a program writes its lines to. */
interface Log {
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
}

const seconds = (milliseconds: number): number => Math.round(milliseconds / 100) / 10;

/** Tells the log of a clock that jumps, what is done about it, and what mends it. */
export const tellClock =
  (log: Log) =>
  (standing: ClockStanding): void => {
    if (standing.kind === 'held') {
      const aheadSeconds = seconds(standing.ahead);
      const remedy = `set it right, or let NTP keep it: timedatectl set-ntp true; it is believed when NTP vouches for it, or in ${HOLD_MS / 60_000} min`;
      log.warn(
        { aheadSeconds, remedy },
        'the clock of this machine was set; the time before goes on',
      );
    } else if (standing.kind === 'taken-over') {
      const bySeconds = seconds(standing.by);
      log.warn({ bySeconds }, 'the clock of this machine is believed again: the time has jumped');
    } else {
      log.info({}, 'the clock of this machine is as it was before it was set');
    }
  };
