import { Worker } from 'node:worker_threads';

type Numbered = { readonly ticket: number };
type WithoutTicket<Message> = Message extends unknown ? Omit<Message, 'ticket'> : never;

/** Milliseconds that a thread may take. */
export interface Patience {
  /** To load a model, and to run it for the first time: some providers compile it only then. */
  readonly opening: number;
  readonly running: number;
}

export const PATIENCE: Patience = { opening: 600_000, running: 60_000 };

/** What is said in the place of an answer that will never come. */
export interface Died {
  readonly kind: 'died';
  readonly message: string;
}

/** One life of a worker thread: requests go in with a ticket, each gets its reply or its death. */
export class WorkerConnection<Request extends Numbered, Reply extends Numbered> {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, (reply: Reply | Died) => void>();
  #ticket = 0;
  #death: string | undefined;

  constructor(file: URL) {
    this.#worker = new Worker(file);
    this.#worker.on('message', (reply: Reply) => {
      this.#waiting.get(reply.ticket)?.(reply);
      this.#waiting.delete(reply.ticket);
    });
    this.#worker.on('error', (error) => this.#die(error.message));
    this.#worker.on('exit', (code) => this.#die(`its thread ended with ${code}`));
  }

  get isDead(): boolean {
    return this.#death !== undefined;
  }

  /** @param patience milliseconds without an answer after which the thread counts as stuck, and dies. */
  ask(request: WithoutTicket<Request>, patience: number): Promise<Reply | Died> {
    this.#ticket += 1;
    const ticket = this.#ticket;
    return new Promise((resolve) => {
      if (this.#death !== undefined) return resolve({ kind: 'died', message: this.#death });
      const stuck = setTimeout(() => this.#giveUp(patience), patience);
      this.#waiting.set(ticket, (reply) => {
        clearTimeout(stuck);
        resolve(reply);
      });
      this.#worker.postMessage({ ...request, ticket });
    });
  }

  async close(): Promise<void> {
    if (!this.isDead) await this.#worker.terminate();
  }

  /** A thread that is stuck in a driver cannot be ended; it must not keep the process from ending. */
  #giveUp(patience: number): void {
    this.#die(`its thread gave no answer within ${patience / 1_000} s`);
    this.#worker.unref();
    void this.#worker.terminate();
  }

  #die(message: string): void {
    this.#death ??= message;
    for (const resolve of this.#waiting.values()) resolve({ kind: 'died', message });
    this.#waiting.clear();
  }
}
