import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/** One program of the demo, in a process group of its own. */
export interface Program {
  readonly name: string;
  readonly pid: number | undefined;
  /** Hears every line of stdout. */
  onLine(listen: (line: string) => void): void;
  stop(): Promise<void>;
}

/** A program that ended though nobody asked it to. */
export interface Casualty {
  readonly name: string;
  readonly how: string;
  readonly lastLines: readonly string[];
}

const LINES_KEPT = 15;
const GRACE_MS = 6_000;

/** The programs of one run: the first that dies unasked is reported, and all can be ended at once. */
export class Programs {
  /** Settles with the first program that ends unasked; never otherwise. */
  readonly firstCasualty: Promise<Casualty>;
  readonly #running: Program[] = [];
  #report: (casualty: Casualty) => void = () => {};
  #over = false;

  constructor() {
    this.firstCasualty = new Promise((resolve) => {
      this.#report = resolve;
    });
  }

  /** @throws once the run is over: a start-up that was interrupted must not start more. */
  start(name: string, command: string, args: readonly string[], cwd: string): Program {
    if (this.#over) throw new Error(`the run is over; ${name} was not started`);
    const child = spawn(command, args, {
      cwd,
      stdio: ['pipe', 'pipe', 'pipe'],
      detached: true, // a group of its own: Ctrl-C reaches it through us, in order
    });
    const program = this.#watch(name, child);
    this.#running.push(program);
    return program;
  }

  /** Ends the last started first: who measures goes before whom it reports to. */
  async stopAll(): Promise<void> {
    this.#over = true;
    for (const program of this.#running.splice(0).reverse()) await program.stop();
  }

  #watch(name: string, child: ChildProcess): Program {
    const { pid } = child;
    const lastLines: string[] = [];
    const listeners: ((line: string) => void)[] = [];
    let stopping = false;
    const casualty = (how: string) => {
      if (!stopping) this.#report({ name, how, lastLines });
    };
    for (const stream of [child.stdout, child.stderr]) {
      if (stream === null) continue;
      createInterface({ input: stream }).on('line', (line) => {
        lastLines.push(line);
        if (lastLines.length > LINES_KEPT) lastLines.shift();
        if (stream === child.stdout) for (const listen of listeners) listen(line);
      });
    }
    const closed = new Promise<void>((resolve) => {
      child.once('error', (error) => {
        casualty(`could not be started: ${error.message}`);
        resolve();
      });
      child.once('close', (code, signal) => {
        casualty(signal === null ? `ended with code ${code}` : `was ended by ${signal}`);
        resolve();
      });
    });
    const signalGroup = (signal: NodeJS.Signals) => {
      try {
        if (pid !== undefined) process.kill(-pid, signal);
      } catch {
        // no process of the group is left
      }
    };
    return {
      name,
      pid,
      onLine: (listen) => void listeners.push(listen),
      stop: async () => {
        stopping = true;
        signalGroup('SIGTERM');
        const force = setTimeout(() => signalGroup('SIGKILL'), GRACE_MS);
        await closed;
        clearTimeout(force);
        signalGroup('SIGKILL'); // whatever it started and left behind
      },
    };
  }
}
