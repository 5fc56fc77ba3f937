import { MIGRATIONS } from '../postgres/migrations/index.js';
import { type PostgresAddress, schemaOf } from '../postgres/open-pool.js';
import { openPostgres } from '../postgres/postgres-database.js';
import { bad, type Finding, good } from './finding.js';

const NAME = 'PostgreSQL';

/** Whether the database lets the server in and may hold the venue; nothing in it is changed. */
export const checkPostgres = async (address: PostgresAddress, venue: string): Promise<Finding> => {
  const { database, host, port } = address.settings;
  const where = `${host}:${port}/${database}`;
  const schema = schemaOf(venue);
  const store = openPostgres(address, venue, { connections: 1 });
  const found = await store.read(async (client) => {
    const { rows } = await client.query<{ here: boolean; may: boolean; release: string }>(
      `SELECT to_regclass($1) IS NOT NULL AS here, current_setting('server_version') AS release,
              has_database_privilege(current_database(), 'CREATE') AS may`,
      [`${schema}.schema_version`],
    );
    const [row] = rows;
    if (row?.here !== true) return { release: row?.release, may: row?.may, version: undefined };
    const kept = await client.query<{ version: number }>('SELECT version FROM schema_version');
    return { ...row, version: kept.rows[0]?.version };
  });
  await store.close();
  if (!found.ok) {
    const remedy = 'check server.store.postgres, the network, user and password';
    return bad(NAME, `${where}: ${found.message}`, remedy);
  }
  const { may, release, version } = found.value;
  if (version !== undefined && version > MIGRATIONS.length) {
    const told = `${where}: schema ${schema} has version ${version}, this release knows ${MIGRATIONS.length}`;
    return bad(NAME, told, 'install the newer release again, or name another database');
  }
  if (version === undefined && may !== true) {
    const remedy = `GRANT CREATE ON DATABASE ${database} TO the server's user`;
    return bad(NAME, `${where}: the user may not make schema ${schema}`, remedy);
  }
  const state = version === undefined ? 'the first start makes schema' : 'schema';
  return good(NAME, `${where} answers (${release}); ${state} ${schema}`);
};
