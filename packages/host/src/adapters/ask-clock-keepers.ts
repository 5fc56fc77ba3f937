import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { ClockKeepers } from '../clock/clock-keeping.js';

const execute = promisify(execFile);

/** Runs a program to its end; its words, or nothing where it is not there. */
export type Ask = (command: string, ...words: string[]) => Promise<string>;

const askMachine: Ask = (command, ...words) =>
  execute(command, words, { timeout: 5_000 }).then(
    ({ stdout }) => stdout,
    () => '',
  );

/** Asks all that may keep this machine's clock. */
export const askClockKeepers = async (ask: Ask = askMachine): Promise<ClockKeepers> => {
  const [timedatectl, chrony] = await Promise.all([
    ask('timedatectl', 'show'),
    ask('chronyc', '-n', 'tracking'),
  ]);
  return { timedatectl, chrony };
};
