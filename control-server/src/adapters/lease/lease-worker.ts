import { parentPort, workerData } from 'node:worker_threads';
import { LeaseHolder } from '../../lease/lease-holder.js';
import { openPostgres } from '../postgres/postgres-database.js';
import { steadyClock } from '../steady-time.js';
import { LeaseSigns } from './lease-signs.js';
import { LEASE_LIMITS, leaseTable } from './lease-table.js';
import type { LeaseGrant, LeaseTask } from './lease-thread.js';

/** How often the lease is looked after. */
const STEP_MS = 250;
/** Milliseconds that work may stand still: longer than a schema is compiled, shorter than anybody waits. */
const PATIENCE_MS = 10_000;

/** The thread that holds a lease while the other works, and lets go of it where that one does no more. */
const { address, memory, seconds, venue }: LeaseTask = workerData;
const signs = new LeaseSigns(memory);
const store = leaseTable(openPostgres(address, venue, LEASE_LIMITS));

parentPort?.once('message', ({ at, epoch }: LeaseGrant) => {
  const holder = new LeaseHolder(
    epoch,
    { at, seconds },
    {
      ...{ store, seconds, steady: steadyClock },
      onRenewed: (renewedAt) => signs.renewed(renewedAt),
      onLost: (loss) => signs.lost(loss),
    },
  );
  setInterval(() => {
    if (steadyClock.now() < signs.lifeSignAt + PATIENCE_MS) holder.step();
  }, STEP_MS);
});
// The connection is there before the first renewal needs it.
await store.look();
parentPort?.postMessage('ready');
