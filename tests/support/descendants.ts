import { execFileSync, spawnSync } from 'node:child_process';

/** Every process that `pid` started, directly or through others, and that still runs. */
export const descendants = (pid: number): number[] => {
  const table = execFileSync('ps', ['-axo', 'pid=,ppid=,stat='], { encoding: 'utf8' });
  const children = new Map<number, number[]>();
  for (const row of table.trim().split('\n')) {
    const [child = '', parent = '', state = ''] = row.trim().split(/\s+/);
    if (state.startsWith('Z')) continue; // ended, only not yet collected
    children.set(Number(parent), [...(children.get(Number(parent)) ?? []), Number(child)]);
  }
  const found: number[] = [];
  const next = [pid];
  for (let parent = next.pop(); parent !== undefined; parent = next.pop()) {
    const own = children.get(parent) ?? [];
    found.push(...own);
    next.push(...own);
  }
  return found;
};

export const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

/** The command line of a process; empty where it has ended. */
export const commandOf = (pid: number): string =>
  spawnSync('ps', ['-o', 'args=', '-p', `${pid}`], { encoding: 'utf8' }).stdout;
