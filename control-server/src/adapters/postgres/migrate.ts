import type { PoolClient } from 'pg';
import { MIGRATIONS } from './migrations/index.js';
import { openPool, type PostgresAddress, schemaOf } from './open-pool.js';
import { PostgresError } from './postgres-error.js';
import { faultOf } from './postgres-fault.js';

/** Milliseconds: a new index on years of measurements takes its time. */
const MIGRATION_MS = 600_000;

/** Servers that start at once wait for each other: the first migrates, the others find it done. */
const ONE_AT_A_TIME = "SELECT pg_advisory_xact_lock(hashtext('throng migration'), hashtext($1))";

const versionOf = async (client: PoolClient): Promise<number> => {
  const { rows } = await client.query<{ version: number }>('SELECT version FROM schema_version');
  return rows[0]?.version ?? 0;
};

/** Makes the schema of a venue where there is none. */
const makeSchema = async (client: PoolClient, schema: string): Promise<void> => {
  const { rows } = await client.query<{ here: boolean }>(
    "SELECT to_regclass($1 || '.schema_version') IS NOT NULL AS here",
    [schema],
  );
  if (rows[0]?.here === true) return;
  await client.query(`CREATE SCHEMA IF NOT EXISTS ${schema}`);
  await client.query('CREATE TABLE schema_version (version integer NOT NULL)');
  await client.query('INSERT INTO schema_version VALUES (0)');
};

const bringUpToDate = async (client: PoolClient, venue: string): Promise<void> => {
  const schema = schemaOf(venue);
  await client.query(ONE_AT_A_TIME, [schema]);
  await makeSchema(client, schema);
  const version = await versionOf(client);
  if (version > MIGRATIONS.length) {
    throw new PostgresError(
      `schema ${schema} has version ${version}, this release knows ${MIGRATIONS.length}: install the newer release again, or name another database`,
    );
  }
  for (const sql of MIGRATIONS.slice(version)) await client.query(sql);
  if (version === MIGRATIONS.length) return;
  await client.query('UPDATE schema_version SET version = $1', [MIGRATIONS.length]);
};

/**
 * Makes the venue's schema, or brings it to the newest version; all of it or nothing.
 *
 * @throws PostgresError when the database cannot be reached or used, or a newer release wrote it.
 */
export const migratePostgres = async (address: PostgresAddress, venue: string): Promise<void> => {
  const pool = openPool(address, venue, { connections: 1, statementMs: MIGRATION_MS });
  try {
    const client = await pool.connect();
    try {
      await client.query('BEGIN');
      await bringUpToDate(client, venue);
      await client.query('COMMIT');
    } finally {
      client.release(true);
    }
  } catch (error) {
    if (error instanceof PostgresError) throw error;
    const { database, host, port } = address.settings;
    throw new PostgresError(`${host}:${port}/${database}: ${faultOf(error).message}`);
  } finally {
    await pool.end();
  }
};
