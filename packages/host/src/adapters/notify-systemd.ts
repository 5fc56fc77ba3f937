import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/** What systemd wants of a service, as it says in the environment. */
export interface Supervision {
  /** Milliseconds after which it restarts a service that is silent; undefined without a watchdog. */
  readonly watchdog: number | undefined;
}

/** Whether systemd waits for notifications of this process. */
export const supervision = (
  environment: Readonly<Record<string, string | undefined>>,
): Supervision | undefined => {
  if (environment.NOTIFY_SOCKET === undefined) return undefined;
  const microseconds = Number(environment.WATCHDOG_USEC);
  return { watchdog: microseconds > 0 ? microseconds / 1_000 : undefined };
};

/**
 * Tells systemd the state of the service, by its own tool: Node has no datagrams over a Unix
 * socket. The unit needs `NotifyAccess=all`, since it is a child that speaks.
 */
export const notifySystemd = async (...assignments: readonly string[]): Promise<void> => {
  await execute('systemd-notify', assignments, { timeout: 5_000 });
};
