import { createInterface } from 'node:readline';
import { cpuSeconds } from './cpu-time.js';
import { startOn, stop } from './processes.js';

/** One way to look at frames: a program on a core of its own account that does as many as it is told. */
export interface Arm {
  readonly pid: number;
  /** Says a line, and resolves with the answer. */
  ask(line: string): Promise<Record<string, unknown>>;
  /** Seconds of a core spent so far, its children included. */
  spent(): number;
  stop(): Promise<void>;
}

/** Starts an arm and waits until it is ready. */
export const startArm = async (
  core: number,
  command: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Arm> => {
  const { child, said } = startOn(core, command, args, env);
  const { pid, stdin, stdout } = child;
  if (pid === undefined || stdin === null || stdout === null) {
    throw new Error(`${command} cannot be started; is taskset installed?`);
  }
  const lines = createInterface({ input: stdout })[Symbol.asyncIterator]();
  const next = async (): Promise<Record<string, unknown>> => {
    const { done, value } = await lines.next();
    if (done === true) throw new Error(`${command} ${args.join(' ')} ended:\n${said()}`);
    return JSON.parse(value);
  };
  await next();
  return {
    pid,
    ask: (line) => {
      stdin.write(`${line}\n`);
      return next();
    },
    spent: () => cpuSeconds(pid),
    stop: () => stop(child),
  };
};
