import type { PostgresAddress } from '../adapters/postgres/open-pool.js';
import { openPostgres } from '../adapters/postgres/postgres-database.js';
import { postgresStore } from '../adapters/postgres/postgres-store.js';
import type { StoreResult } from '../store/measurement-store.js';

/** Puts a pseudonym wherever alerts in a venue's database name somebody, for the command line. */
export const forgetInDatabase = async (
  postgres: PostgresAddress,
  venue: string,
  name: string,
  pseudonym: string,
): Promise<StoreResult<void>> => {
  const store = postgresStore(openPostgres(postgres, venue, { connections: 1 }));
  const replaced = await store.replaceName(name, pseudonym);
  await store.close();
  return replaced;
};
