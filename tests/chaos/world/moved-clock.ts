import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Part } from './part.js';

const PRELOAD = new URL('../box/set-clock.js', import.meta.url).href;

export interface MovedClock {
  /** Of the program whose clock is moved: a time of day that can be set, and a kernel that can be asked. */
  readonly env: Readonly<Record<string, string>>;
  /**
   * Sets it `ms` ahead, behind if negative. As a kernel does, it forgets that it was synchronised,
   * unless it is NTP that sets it.
   */
  set(part: Part | undefined, ms: number, by: 'hand' | 'NTP'): void;
}

/** A time of day that is `ms` ahead from a program's start on; who is asked whether NTP keeps it knows what was done. */
export const movedClock = (folder: string, ms = 0): MovedClock => {
  const [bin, clock, kernel] = ['bin', 'clock', 'kernel'].map((name) => join(folder, name));
  if (bin === undefined || clock === undefined || kernel === undefined) throw new Error('no paths');
  mkdirSync(bin, { recursive: true });
  const keeper = (name: string, script: string): void => {
    writeFileSync(join(bin, name), `#!/bin/sh\n${script}\n`);
    chmodSync(join(bin, name), 0o755);
  };
  keeper('timedatectl', `cat '${kernel}'`);
  keeper('chronyc', 'exit 1');
  const write = (ahead: number, by: 'hand' | 'NTP'): void => {
    writeFileSync(clock, `${ahead}`);
    writeFileSync(kernel, `NTPSynchronized=${by === 'NTP' ? 'yes' : 'no'}\n`);
  };
  write(ms, 'hand');
  return {
    env: {
      NODE_OPTIONS: `--import ${PRELOAD}`,
      THRONG_CHAOS_CLOCK: clock,
      PATH: `${bin}${delimiter}${process.env.PATH ?? ''}`,
    },
    set: (part, ahead, by) => {
      write(ahead, by);
      part?.signal('SIGUSR2');
    },
  };
};
