import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { bad, type Finding, good } from './finding.js';

const execute = promisify(execFile);

/** Runs a program to its end; its words, or nothing where it is not there. */
export type Ask = (command: string, ...words: string[]) => Promise<string>;

const askMachine: Ask = (command, ...words) =>
  execute(command, words, { timeout: 5_000 }).then(
    ({ stdout }) => stdout,
    () => '',
  );

const REMEDY = 'keep it set with NTP: timedatectl set-ntp true, or install chrony';

/**
 * Whether somebody keeps this machine's clock: windows are judged by their times, and a server whose
 * clock is off refuses them, or takes them for old ones.
 */
export const checkClock = async (ask: Ask = askMachine): Promise<Finding> => {
  const [tracking, kernel] = await Promise.all([
    ask('chronyc', '-n', 'tracking'),
    ask('timedatectl', 'show', '--property=NTPSynchronized', '--value'),
  ]);
  const leap = /^Leap status\s*:\s*(.+)$/m.exec(tracking)?.[1]?.trim();
  if (leap === 'Normal') return good('clock', 'kept by chrony');
  if (kernel.trim() === 'yes') return good('clock', 'kept by NTP');
  if (leap !== undefined) return bad('clock', `chrony says: ${leap}`, REMEDY);
  return kernel.trim() === 'no'
    ? bad('clock', 'nobody keeps it set (NTPSynchronized=no)', REMEDY)
    : good('clock', 'nobody here to ask: a container keeps the time of its host');
};
