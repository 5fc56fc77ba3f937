import { Worker } from 'node:worker_threads';
import { type HeldLease, heldAt, type LeaseLoss } from '../../lease/lease-holder.js';
import type { PostgresAddress } from '../postgres/open-pool.js';
import { steadyClock } from '../steady-time.js';
import { LeaseSigns } from './lease-signs.js';

export interface LeaseTask {
  readonly address: PostgresAddress;
  readonly venue: string;
  readonly seconds: number;
  readonly memory: SharedArrayBuffer;
}

/** A lease that was taken; `at` is the steady time before it was asked for. */
export interface LeaseGrant {
  readonly epoch: number;
  readonly at: number;
}

/**
 * Holds leases on a thread of its own, so that a busy moment of the server (a schema that is compiled, a
 * slow disk) loses none. It is started before it is needed.
 */
export class LeaseThread {
  readonly #signs = new LeaseSigns();
  readonly #thread: Worker;
  readonly #seconds: number;
  /** Resolves once it can hold a lease. */
  readonly ready: Promise<void>;

  constructor(task: Omit<LeaseTask, 'memory'>) {
    const workerData: LeaseTask = { ...task, memory: this.#signs.memory };
    this.#seconds = task.seconds;
    this.#thread = new Worker(new URL('./lease-worker.js', import.meta.url), { workerData });
    // Without its thread the lease runs out, and the server ends by that.
    this.ready = new Promise((resolve, reject) => {
      this.#thread.once('message', () => resolve());
      this.#thread.once('error', reject);
    });
    this.#thread.unref();
  }

  /** Holds a lease from now on. @param onLost once: this server must not judge, tell or write any more. */
  hold({ at, epoch }: LeaseGrant, onLost: (loss: LeaseLoss) => void): HeldLease {
    const signs = this.#signs;
    signs.renewed(at);
    signs.lives(steadyClock.now());
    this.#thread.postMessage({ at, epoch } satisfies LeaseGrant);
    let isLost = false;
    const lose = (loss: LeaseLoss): void => {
      if (isLost) return;
      isLost = true;
      onLost(loss);
    };
    return {
      epoch,
      lose,
      isHeld: () => {
        if (isLost) return false;
        const now = steadyClock.now();
        signs.lives(now);
        if (signs.loss === undefined && heldAt(now, signs.renewedAt, this.#seconds)) return true;
        lose(signs.loss ?? 'ran-out');
        return false;
      },
    };
  }

  async close(): Promise<void> {
    await this.#thread.terminate();
  }
}
