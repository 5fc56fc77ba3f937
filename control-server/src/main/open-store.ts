import type { Alert } from '@throng/contract';
import { leaseTable } from '../adapters/lease/lease-table.js';
import { migratePostgres, PostgresError } from '../adapters/postgres/migrate.js';
import type { PostgresAddress } from '../adapters/postgres/open-pool.js';
import { openPostgres } from '../adapters/postgres/postgres-database.js';
import { postgresStore } from '../adapters/postgres/postgres-store.js';
import type { LoadedVenueFile } from '../adapters/settings/load-venue-file.js';
import { openSqliteStore } from '../adapters/store/sqlite-store.js';
import type { MeasurementStore, StoreResult } from '../store/measurement-store.js';
import type { DeliveryRow } from '../store/rows.js';
import type { ClosingStack } from './closing-stack.js';
import type { Owned } from './owned.js';

export interface OpenedStore {
  readonly store: MeasurementStore;
  /** What had been taken of each camera when the venue was last looked after. */
  readonly taken: readonly DeliveryRow[];
  /** Alerts that stood then. */
  readonly standing: readonly Alert[];
}

/** A server that does not know what stood must not judge: it would raise it all a second time. */
const orThrow = <Value>(result: StoreResult<Value>): Value => {
  if (result.ok) return result.value;
  throw new PostgresError(result.message);
};

/** A server that is not of the cluster must not write beside it. */
const refuseOwned = async (postgres: PostgresAddress, venue: string): Promise<void> => {
  const leases = leaseTable(openPostgres(postgres, venue, { connections: 1 }));
  const view = orThrow(await leases.look());
  await leases.close();
  if (view?.isHeld !== true) return;
  throw new PostgresError(
    `the venue is owned by ${view.name} (${view.address}), one of a cluster; give this server server.cluster too`,
  );
};

const openPostgresStore = async (
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

/**
 * Opens the store of the settings, PostgreSQL or one file, and takes up what stands in it.
 *
 * @throws when it cannot be opened: a server without a record must not start unnoticed.
 */
export const openStore = async (
  { postgres, server, storeFile, venue }: LoadedVenueFile,
  opened: ClosingStack,
  owned?: Owned,
): Promise<OpenedStore> => {
  if (postgres === undefined) {
    const store = openSqliteStore({ ...server.store, file: storeFile });
    opened.add(() => store.close());
    const [taken, standing] = [await store.deliveries(), await store.activeAlerts()];
    return {
      store,
      taken: taken.ok ? taken.value : [],
      standing: standing.ok ? standing.value : [],
    };
  }
  const store = await openPostgresStore(postgres, venue.id, owned);
  opened.add(() => store.close());
  return {
    store,
    taken: orThrow(await store.deliveries()),
    standing: orThrow(await store.activeAlerts()),
  };
};
