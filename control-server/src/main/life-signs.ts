import { notifySystemd, type Supervision } from '@throng/host/adapters';
import type { Timer } from '../clock.js';
import type { ServerHealth } from '../health/judge-health.js';
import type { Log } from './log.js';

export interface LifeSigns {
  /** Asks the server by its own door: a process that merely runs is not alive. */
  readonly health: () => Promise<ServerHealth>;
  readonly supervision: Supervision | undefined;
  readonly log: Log;
  readonly timer: Timer;
}

const words = ({ reason }: ServerHealth): string =>
  `STATUS=${reason ?? 'hears its broker, writes its store'}`;

/**
 * Tells systemd that the server has started, and feeds its watchdog while the server answers.
 * A lost broker or a full disk is in the status, and no reason to be restarted. Returns how to say
 * that it stops.
 */
export const giveLifeSigns = ({ health, log, supervision, timer }: LifeSigns): (() => void) => {
  if (supervision === undefined) return () => {};
  let complained = false;
  const say = (...assignments: string[]): void => {
    notifySystemd(...assignments).catch((cause: unknown) => {
      if (complained) return;
      complained = true;
      const why = cause instanceof Error ? cause.message : String(cause);
      log.warn({ why }, 'cannot say that the server is alive');
    });
  };
  const feed = async (): Promise<void> => {
    const now = await health();
    say(...(now.alive ? ['WATCHDOG=1'] : []), words(now));
  };
  say('READY=1');
  const { watchdog } = supervision;
  const end = watchdog === undefined ? () => {} : timer.every(watchdog / 3, () => void feed());
  return () => {
    end();
    say('STOPPING=1');
  };
};
