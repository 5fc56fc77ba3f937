import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** A real program in a process group of its own. */
export interface Program {
  readonly pid: number;
  /** Its last words, for who looks into a failure. */
  said(): string;
  isRunning(): boolean;
  /** Says a line to it. */
  tell(line: string): void;
  signal(name: NodeJS.Signals): void;
  /** `kill -9`; resolves when it is gone. */
  kill(): Promise<void>;
  /** Asks it to end, and does not wait for ever. */
  stop(): Promise<void>;
}

const GRACE_MS = 15_000;
const KEPT_LINES = 60;

const running = new Set<Program>();

export const startProgram = (
  command: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Program => {
  const [name = '', ...args] = command;
  const child = spawn(name, args, {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
    detached: true,
  });
  const lines: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) => {
      lines.push(line);
      if (lines.length > KEPT_LINES) lines.shift();
    });
  }
  let isOver = false;
  const closed = over(child).then((failure) => {
    if (failure !== undefined) lines.push(failure);
    isOver = true;
    running.delete(program);
  });
  const signal = (wanted: NodeJS.Signals): void => {
    if (child.pid === undefined || isOver) return;
    try {
      process.kill(-child.pid, wanted); // the whole group: a program's own children end with it
    } catch {
      // it is gone already
    }
  };
  child.stdin.on('error', () => {}); // who is gone hears nothing
  const program: Program = {
    pid: child.pid ?? -1,
    said: () => lines.join('\n'),
    isRunning: () => !isOver,
    tell: (line) => void child.stdin.write(`${line}\n`),
    signal,
    kill: async () => {
      signal('SIGKILL');
      await closed;
    },
    stop: async () => {
      signal('SIGTERM');
      const timer = setTimeout(() => signal('SIGKILL'), GRACE_MS);
      await closed;
      clearTimeout(timer);
    },
  };
  running.add(program);
  return program;
};

/** Resolves when a process is gone: with the reason where it could not even be started. */
const over = async (child: ChildProcess): Promise<string | undefined> => {
  const failed = once(child, 'error').then(([error]) => String(error));
  const ended = once(child, 'close').then(() => undefined);
  return Promise.race([failed, ended]);
};

/** Ends whatever still runs. */
export const stopPrograms = async (): Promise<void> => {
  await Promise.all([...running].map((program) => program.stop()));
};
