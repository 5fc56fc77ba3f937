import type { ConnectionOptions } from 'node:tls';
import { Pool, types } from 'pg';
import { type PostgresSettings, sslmodeOf } from '../../settings/postgres-settings.js';

/** Where the database is, with its secrets read. */
export interface PostgresAddress {
  readonly settings: PostgresSettings;
  readonly password?: string | undefined;
  /** Certificate authority, PEM. */
  readonly ca?: string | undefined;
}

/** Milliseconds until an address that does not answer is given up. */
const CONNECT_MS = 3_000;
/** Milliseconds that the database works on one statement: far more than a tick needs. */
const STATEMENT_MS = 10_000;
/** A process that was stopped in the middle of a transaction holds its locks no longer than this. */
const IDLE_IN_TRANSACTION_MS = 5_000;
const INT8 = 20;

/** Seconds, sequences and counts stay far below 2^53: they are numbers here. */
const numbersFor8Bytes = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    oid === INT8 && format !== 'binary' ? Number : types.getTypeParser(oid, format),
};

const tlsOf = ({ ca, settings }: PostgresAddress): false | ConnectionOptions => {
  const mode = sslmodeOf(settings);
  if (mode === 'disable') return false;
  return { rejectUnauthorized: mode === 'verify-full', ...(ca === undefined ? {} : { ca }) };
};

/** The schema of a venue: ids are `[a-z0-9-]`, so that no two venues share one and nothing must be quoted. */
export const schemaOf = (venue: string): string => `throng_${venue.replaceAll('-', '_')}`;

/** Connections to one venue's schema. They are made when they are needed, and made anew after a loss. */
export const openPool = (
  address: PostgresAddress,
  venue: string,
  { connections, statementMs = STATEMENT_MS }: { connections: number; statementMs?: number },
): Pool => {
  const { database, host, port, user } = address.settings;
  const pool = new Pool({
    ...{ host, port, database, user, max: connections, types: numbersFor8Bytes },
    ...(address.password === undefined ? {} : { password: address.password }),
    ssl: tlsOf(address),
    keepAlive: true,
    connectionTimeoutMillis: CONNECT_MS,
    statement_timeout: statementMs,
    // The network may swallow an answer: then this side gives up too.
    query_timeout: statementMs + CONNECT_MS,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS,
    application_name: `throng-server ${venue}`,
    options: `-c search_path=${schemaOf(venue)}`,
  });
  // A connection that breaks is replaced at the next use; whoever uses it meanwhile hears of it by the query.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
};
