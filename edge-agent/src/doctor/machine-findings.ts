import { type ClockKeepers, clockKeeping } from '@throng/host';
import { broken, type Finding, healthy } from './finding.js';

const KEEP_CLOCK = 'keep the clock set with NTP: timedatectl set-ntp true, or install chrony';

/** Whether somebody keeps the clock set: windows of two boxes are compared by their times. */
export const clockSyncFinding = (keepers: ClockKeepers): Finding => {
  const keeping = clockKeeping(keepers);
  switch (keeping.kind) {
    case 'kept':
      return healthy('clock kept', `synchronised by ${keeping.by}`);
    case 'not-kept':
      return keeping.says === 'chrony'
        ? broken('clock kept', `chrony: ${keeping.word}`, KEEP_CLOCK)
        : broken('clock kept', `not synchronised (${keeping.word})`, KEEP_CLOCK);
    case 'nobody-to-ask':
      return healthy('clock kept', 'nobody here to ask; a container keeps its host’s time');
  }
};

const READABLE_BY_ALL = 0o004;

/** Whether a file with a password can be read by the agent, and by nobody without a reason. */
export const secretFileFinding = (
  subject: string,
  path: string,
  file: { readonly mode: number } | { readonly error: string },
): Finding => {
  if ('error' in file) {
    return file.error === 'ENOENT'
      ? broken(subject, `${path} is not there`, 'write the password into it, or correct the path')
      : broken(
          subject,
          `${path} cannot be read (${file.error})`,
          `let the agent's user read it: chown it to that user, then chmod 600 ${path}`,
        );
  }
  const mode = file.mode.toString(8).padStart(3, '0');
  return (file.mode & READABLE_BY_ALL) === 0
    ? healthy(subject, `${path}, mode ${mode}`)
    : broken(subject, `everybody can read ${path} (mode ${mode})`, `chmod 600 ${path}`);
};

const MEGABYTE = 1_000_000;
/** What the spool and the journals want in the worst case of a long outage. */
const LEAST_FREE = 200 * MEGABYTE;

/** Whether what must survive a restart can be written. */
export const stateFinding = (
  path: string,
  room: { readonly freeBytes: number } | { readonly error: string },
): Finding => {
  if ('error' in room) {
    return broken(
      'state',
      `nothing can be written to ${path} (${room.error})`,
      'give the agent’s user this folder (chown), or name another as state',
    );
  }
  const free = `${Math.round(room.freeBytes / MEGABYTE)} MB free in ${path}`;
  return room.freeBytes >= LEAST_FREE
    ? healthy('state', free)
    : broken(
        'state',
        `only ${free}`,
        `free at least ${LEAST_FREE / MEGABYTE} MB, or name a folder on another disk as state`,
      );
};
