import { fail, ok } from '@throng/contract';
import type { Pool, PoolClient } from 'pg';
import type { StoreResult } from '../../store/measurement-store.js';
import { openPool, type PostgresAddress } from './open-pool.js';
import { faultOf } from './postgres-fault.js';
import { RetryPause } from './retry-pause.js';

/** Work on one connection. */
export type Work<Value> = (client: PoolClient) => Promise<Value>;

/** What a server must own to write, and what happens where another owns it by now. */
export interface Fence {
  readonly epoch: number;
  readonly onFenced: () => void;
}

export interface PostgresDatabase {
  read<Value>(work: Work<Value>): Promise<StoreResult<Value>>;
  /** One transaction: all of it or nothing, and nothing where the fence has fallen. */
  write<Value>(work: Work<Value>): Promise<StoreResult<Value>>;
  close(): Promise<void>;
}

export interface PostgresLimits {
  readonly connections?: number;
  /** Milliseconds that a statement may take. */
  readonly statementMs?: number;
  /** Milliseconds between attempts to connect, at most. */
  readonly longestPauseMs?: number;
}

/** For a tick's write and some people who look at the past. */
const CONNECTIONS = 4;

class Fenced extends Error {}

/**
 * Holds the owner's epoch until the transaction ends: a take-over, which changes it, waits for that; a
 * renewal, which does not, goes on beside it. Source: PostgreSQL documentation, 13.3.2 Row-Level Locks.
 */
const HOLD_EPOCH = 'SELECT 1 FROM lease WHERE epoch = $1 FOR KEY SHARE';

const transaction =
  <Value>(work: Work<Value>, fence: Fence | undefined): Work<Value> =>
  async (client) => {
    await client.query('BEGIN');
    try {
      if (fence !== undefined) {
        const { rowCount } = await client.query(HOLD_EPOCH, [fence.epoch]);
        if (rowCount !== 1) throw new Fenced();
      }
      const value = await work(client);
      await client.query('COMMIT');
      return value;
    } catch (error) {
      // Where the line is broken there is nothing to roll back: the first error is the one that tells.
      await client.query('ROLLBACK').catch(() => {});
      throw error;
    }
  };

/** One venue's schema. @param fence whose epoch every write must hold; without it nobody else writes here. */
export const openPostgres = (
  address: PostgresAddress,
  venue: string,
  {
    fence,
    longestPauseMs,
    ...limits
  }: PostgresLimits & { readonly fence?: Fence | undefined } = {},
): PostgresDatabase => {
  const pool: Pool = openPool(address, venue, { connections: CONNECTIONS, ...limits });
  const pause = new RetryPause(() => performance.now(), Math.random, longestPauseMs);
  let isOpen = true;
  const attempt = async <Value>(work: Work<Value>): Promise<StoreResult<Value>> => {
    if (!isOpen) return fail('closed', 'the store is closed');
    const failing = pause.standing;
    if (failing !== undefined) return fail('io', failing);
    let client: PoolClient;
    try {
      client = await pool.connect();
    } catch (error) {
      const fault = faultOf(error);
      pause.failed(fault.message);
      return fault;
    }
    pause.worked();
    try {
      const value = await work(client);
      client.release();
      return ok(value);
    } catch (error) {
      client.release(true);
      if (!(error instanceof Fenced)) return faultOf(error);
      fence?.onFenced();
      return fail('closed', 'another server owns this venue by now');
    }
  };
  return {
    read: attempt,
    write: (work) => attempt(transaction(work, fence)),
    close: async () => {
      if (!isOpen) return;
      isOpen = false;
      await pool.end();
    },
  };
};
