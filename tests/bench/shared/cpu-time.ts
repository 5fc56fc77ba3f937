import { readdirSync, readFileSync } from 'node:fs';

const read = (path: string): string => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return ''; // a thread or process that has just ended
  }
};

const threadsOf = (pid: number): string[] => {
  try {
    return readdirSync(`/proc/${pid}/task`);
  } catch {
    return [];
  }
};

/**
 * Seconds that a process, its threads and its living children have spent on a core so far, from the
 * kernel's own account in nanoseconds. Time that another program took of the core does not count,
 * so that frames per second of it are frames per second per core on a machine that is not quiet too.
 */
export const cpuSeconds = (pid: number): number =>
  threadsOf(pid).reduce((sum, thread) => {
    const own = Number(read(`/proc/${pid}/task/${thread}/schedstat`).split(' ')[0] ?? 0) / 1e9;
    const children = read(`/proc/${pid}/task/${thread}/children`).trim().split(' ');
    return (
      sum +
      own +
      children.filter(Boolean).reduce((all, child) => all + cpuSeconds(Number(child)), 0)
    );
  }, 0);

/** Memory in use by a process alone, megabytes. */
export const residentMegabytes = (pid: number): number => {
  const [, kilobytes] = /^VmRSS:\s+(\d+) kB/m.exec(read(`/proc/${pid}/status`)) ?? [];
  return Number(kilobytes ?? 0) / 1_000;
};
