import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { onTestFailed, onTestFinished } from 'vitest';

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** A program under test or a peer of it: what it said, and when it ended. */
export interface Child {
  readonly pid: number;
  readonly lines: readonly string[];
  readonly ended: Promise<Ended>;
  /** The first line, said already or yet to come, that matches. */
  line(pattern: RegExp, withinMs?: number): Promise<string>;
  signal(signal: NodeJS.Signals): void;
  stop(): Promise<Ended>;
}

/** The environment without what the test runner put there: programs must not know that they are tested. */
const { NODE_ENV: _, VITEST: __, TEST: ___, ...AS_A_USER } = process.env;

const PATIENCE_MS = 30_000;
const GRACE_MS = 10_000;

/** Starts a program in a process group of its own, which is ended with the test whatever happens. */
export const start = (
  command: string,
  args: readonly string[],
  options: { cwd?: string; env?: Record<string, string> } = {},
): Child => {
  const process_ = spawn(command, args, {
    ...options,
    env: { ...AS_A_USER, ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const child = watch(process_, [command, ...args].join(' '));
  onTestFailed(() => {
    console.error([`--- ${command} ${args.join(' ')}`, ...child.lines.slice(-20)].join('\n'));
  });
  onTestFinished(async () => {
    await child.stop();
  });
  return child;
};

const watch = (child: ChildProcess, name: string): Child => {
  const lines: string[] = [];
  const listeners = new Set<() => void>();
  const notify = () => {
    for (const listener of listeners) listener();
  };
  for (const stream of [child.stdout, child.stderr]) {
    if (stream === null) continue;
    createInterface({ input: stream }).on('line', (line) => {
      lines.push(line);
      notify();
    });
  }
  const { pid } = child;
  const ended = pid === undefined ? notStarted(child) : closed(child);
  let end: Ended | undefined;
  ended.then(
    (value) => {
      end = value;
      notify();
    },
    () => notify(),
  );

  const signal = (signal: NodeJS.Signals) => {
    if (pid === undefined) return;
    try {
      process.kill(-pid, signal); // the whole group: a program's own children end with it
    } catch {
      // the group is gone already
    }
  };

  const said = () => lines.slice(-20).join('\n');

  return {
    pid: pid ?? -1,
    lines,
    ended,
    signal,
    line: (pattern, withinMs = PATIENCE_MS) =>
      new Promise((resolve, reject) => {
        const settle = (act: () => void) => {
          listeners.delete(look);
          clearTimeout(timer);
          act();
        };
        const look = () => {
          const found = lines.find((line) => pattern.test(line));
          if (found !== undefined) settle(() => resolve(found));
          else if (end !== undefined) {
            settle(() => reject(new Error(`${name} ended without ${pattern}:\n${said()}`)));
          }
        };
        const timer = setTimeout(
          () =>
            settle(() =>
              reject(new Error(`${name}: no ${pattern} within ${withinMs} ms:\n${said()}`)),
            ),
          withinMs,
        );
        listeners.add(look);
        look();
      }),
    stop: async () => {
      if (end === undefined) signal('SIGTERM');
      const timer = setTimeout(() => signal('SIGKILL'), GRACE_MS);
      const outcome = await ended;
      clearTimeout(timer);
      signal('SIGKILL'); // stragglers of the group
      return outcome;
    },
  };
};

const closed = async (child: ChildProcess): Promise<Ended> => {
  await once(child, 'close');
  return { code: child.exitCode, signal: child.signalCode };
};

const notStarted = async (child: ChildProcess): Promise<Ended> => {
  const [error] = await once(child, 'error');
  throw error;
};
