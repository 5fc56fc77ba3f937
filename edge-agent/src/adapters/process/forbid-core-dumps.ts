import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';

/** What Linux says of core dumps of this process; undefined elsewhere. */
export interface CoreDumpState {
  /** `/proc/self/limits`. */
  readonly limits: string;
  /** `/proc/self/coredump_filter`: which memory a dump would hold. */
  readonly filter: string;
}

export const coreDumpState = async (): Promise<CoreDumpState | undefined> => {
  try {
    const [limits, filter] = await Promise.all([
      readFile('/proc/self/limits', 'utf8'),
      readFile('/proc/self/coredump_filter', 'utf8'),
    ]);
    return { limits, filter };
  } catch {
    return undefined;
  }
};

/**
 * Sees to it that no dump of this process, or of a decoder that it starts, holds a frame. Node can
 * set no limit itself: `prlimit` lowers it from outside, which needs no right, and the filter
 * keeps memory out of a dump that a handler takes regardless of the limit. Both pass on to children.
 */
export const forbidCoreDumps = async (): Promise<CoreDumpState | undefined> => {
  const lowered = promisify(execFile)('prlimit', ['--pid', `${process.pid}`, '--core=0:0']);
  await Promise.allSettled([lowered, writeFile('/proc/self/coredump_filter', '0')]);
  return coreDumpState();
};
