import type { Alert } from '@throng/contract';
import { PostgresError } from '../adapters/postgres/postgres-error.js';
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
  // Loaded where it is wanted: most servers have no database.
  const { openPostgresStore } = await import('./open-postgres-store.js');
  const store = await openPostgresStore(postgres, venue.id, owned);
  opened.add(() => store.close());
  return {
    store,
    taken: orThrow(await store.deliveries()),
    standing: orThrow(await store.activeAlerts()),
  };
};
