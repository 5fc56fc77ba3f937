import { leaseTable } from '../adapters/lease/lease-table.js';
import { migratePostgres } from '../adapters/postgres/migrate.js';
import type { PostgresAddress } from '../adapters/postgres/open-pool.js';
import { openPostgres } from '../adapters/postgres/postgres-database.js';
import { PostgresError } from '../adapters/postgres/postgres-error.js';
import { postgresStore } from '../adapters/postgres/postgres-store.js';
import type { MeasurementStore } from '../store/measurement-store.js';
import type { Owned } from './owned.js';

/** A server that is not of the cluster must not write beside it. */
const refuseOwned = async (postgres: PostgresAddress, venue: string): Promise<void> => {
  const leases = leaseTable(openPostgres(postgres, venue, { connections: 1 }));
  const view = await leases.look();
  await leases.close();
  if (!view.ok) throw new PostgresError(view.message);
  if (view.value?.isHeld !== true) return;
  const { address, name } = view.value;
  throw new PostgresError(
    `the venue is owned by ${name} (${address}), one of a cluster; give this server server.cluster too`,
  );
};

/**
 * Opens the store in a database; a server that is alone brings its schema up to date, as a standby has
 * done before it owns a venue.
 *
 * @throws PostgresError when it cannot be reached, a newer release wrote it, or a cluster owns the venue.
 */
export const openPostgresStore = async (
  postgres: PostgresAddress,
  venue: string,
  owned: Owned | undefined,
): Promise<MeasurementStore> => {
  if (owned === undefined) {
    await migratePostgres(postgres, venue);
    await refuseOwned(postgres, venue);
  }
  return postgresStore(openPostgres(postgres, venue, { fence: owned }));
};
