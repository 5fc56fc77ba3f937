import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const execute = promisify(execFile);

const ask = async (command: string, ...args: string[]): Promise<string> =>
  execute(command, args, { timeout: 5_000 }).then(
    ({ stdout }) => stdout,
    () => '',
  );

/** What those who keep this machine's clock say of it; empty where they are not there. */
export interface ClockKeepers {
  /** `timedatectl show`, which knows of every NTP client that tells the kernel. */
  readonly timedatectl: string;
  /** `chronyc -n tracking`. */
  readonly chrony: string;
}

export const askClock = async (): Promise<ClockKeepers> => {
  const [timedatectl, chrony] = await Promise.all([
    ask('timedatectl', 'show'),
    ask('chronyc', '-n', 'tracking'),
  ]);
  return { timedatectl, chrony };
};
