import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

const running = new Set<ChildProcess>();

/** Milliseconds that a program has to end by itself. */
const GRACE = 5_000;

/** Starts a program on one core, in a process group of its own; its stderr is kept for a failure. */
export const startOn = (
  core: number,
  command: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): { readonly child: ChildProcess; readonly said: () => string } => {
  const child = spawn('taskset', ['-c', `${core}`, command, ...args], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
    detached: true,
  });
  running.add(child);
  child.once('close', () => running.delete(child));
  const lines: string[] = [];
  child.stderr?.on('data', (chunk: Buffer) => {
    lines.push(...chunk.toString().split('\n').filter(Boolean));
    lines.splice(0, lines.length - 20);
  });
  return { child, said: () => lines.join('\n') };
};

const signal = ({ pid }: ChildProcess, name: NodeJS.Signals): void => {
  if (pid === undefined) return;
  try {
    process.kill(-pid, name); // the whole group: a program's own children end with it
  } catch {
    // it is gone already
  }
};

export const stop = async (child: ChildProcess): Promise<void> => {
  if (!running.has(child)) return;
  signal(child, 'SIGTERM');
  const timer = setTimeout(() => signal(child, 'SIGKILL'), GRACE);
  await once(child, 'close');
  clearTimeout(timer);
};

/** Ends whatever still runs. */
export const stopAll = async (): Promise<void> => {
  await Promise.all([...running].map(stop));
};
