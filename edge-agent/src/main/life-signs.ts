import { notifySystemd, type Supervision } from '@throng/host/adapters';
import {
  heartbeatFile,
  removeHeartbeat,
  writeHeartbeat,
} from '../adapters/files/heartbeat-file.js';
import { BEAT_EVERY, type Pulse } from '../life/pulse.js';
import { type Clock, every } from '../ports/clock.js';
import type { Log } from '../ports/log.js';

export interface LifeSignsParts {
  readonly pulse: () => Pulse;
  /** The folder of what survives a restart; the heartbeat lies there. */
  readonly state: string;
  readonly supervision: Supervision | undefined;
  readonly clock: Clock;
  readonly log: Log;
}

const words = ({ cameras, moving, running }: Pulse): string =>
  `STATUS=${running} of ${cameras} cameras give pictures${moving ? '' : '; the models give no answer'}`;

/**
 * Leaves a heartbeat for `throng-edge healthcheck` and feeds systemd's watchdog, but only while the
 * models really move: a process that merely runs is not alive. Returns how to end it.
 */
export const giveLifeSigns = (parts: LifeSignsParts): (() => Promise<void>) => {
  const { clock, log, pulse, state, supervision } = parts;
  const file = heartbeatFile(state);
  const timers = new AbortController();
  let last: Promise<unknown> = Promise.resolve();
  let complained = false;
  const attempt = (act: () => Promise<void>): void => {
    last = last.then(act).catch((cause: unknown) => {
      if (complained) return;
      complained = true;
      const why = cause instanceof Error ? cause.message : String(cause);
      log.warn({ why }, 'cannot say that the agent is alive');
    });
  };
  const beat = () => attempt(() => writeHeartbeat(file, { ...pulse(), at: clock.now() }));
  beat();
  every(clock, BEAT_EVERY, beat, timers.signal);
  if (supervision !== undefined) {
    attempt(() => notifySystemd('READY=1', words(pulse())));
    const feed = () => {
      const now = pulse();
      if (now.moving) attempt(() => notifySystemd('WATCHDOG=1', words(now)));
      else attempt(() => notifySystemd(words(now)));
    };
    const { watchdog } = supervision;
    if (watchdog !== undefined) every(clock, watchdog / 3, feed, timers.signal);
  }
  return async () => {
    timers.abort();
    if (supervision !== undefined) attempt(() => notifySystemd('STOPPING=1'));
    attempt(() => removeHeartbeat(file));
    await last;
  };
};
