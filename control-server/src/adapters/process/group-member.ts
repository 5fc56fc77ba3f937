import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/** Milliseconds: the first pause before a server is started again, and the longest. */
const PAUSE_MS = { first: 1_000, longest: 30_000 };
/** One that ran so long has a first pause again. */
const STEADY_MS = 60_000;

/** How long to wait before a server is started again. @param ranMs how long it ran. */
export const nextPause = (before: number, ranMs: number): number =>
  before === 0 || ranMs >= STEADY_MS ? PAUSE_MS.first : Math.min(PAUSE_MS.longest, before * 2);

/**
 * The server of one venue as a process of its own: one that fails takes no other along. It is started
 * again whenever it ends, as it does when another server owns its venue.
 */
export class GroupMember {
  /** Resolves once it has ended for good. */
  readonly ended: Promise<void>;
  readonly #say: (line: string) => void;
  readonly #file: string;
  readonly #settle: () => void;
  #child: ChildProcess | undefined;
  #again: NodeJS.Timeout | undefined;
  #isEnding = false;

  constructor(file: string, say: (line: string) => void) {
    this.#file = file;
    this.#say = say;
    let settle = (): void => {};
    this.ended = new Promise((resolve) => {
      settle = resolve;
    });
    this.#settle = settle;
    this.#start(0);
  }

  /** Ends it in good order, for good. */
  end(): void {
    this.#isEnding = true;
    clearTimeout(this.#again);
    if (this.#child === undefined) this.#settle();
    else this.#child.kill('SIGTERM');
  }

  #start(pause: number): void {
    const began = performance.now();
    const program = process.argv[1] ?? '';
    const child = spawn(process.execPath, [program, 'run', '--config', this.#file], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#child = child;
    for (const input of [child.stdout, child.stderr]) {
      createInterface({ input }).on('line', this.#say);
    }
    child.once('close', (code, signal) => {
      this.#child = undefined;
      if (this.#isEnding) return this.#settle();
      const next = nextPause(pause, performance.now() - began);
      this.#say(`ended (${signal ?? code}); it is started again in ${next / 1_000} s`);
      this.#again = setTimeout(() => this.#start(next), next);
    });
  }
}
