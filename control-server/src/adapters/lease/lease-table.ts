import type { PoolClient } from 'pg';
import type { LeaseStore, LeaseView } from '../../lease/lease-store.js';
import type { PostgresDatabase, PostgresLimits } from '../postgres/postgres-database.js';

/** A connection of its own, so that a renewal waits for no other work; a try that hangs is given up in time for another. */
export const LEASE_LIMITS: PostgresLimits = {
  connections: 1,
  statementMs: 1_500,
  longestPauseMs: 1_000,
};

const LOOK =
  'SELECT owner AS name, address, epoch, until > clock_timestamp() AS "isHeld" FROM lease';

/** Waits for the writes of the owner before (they hold its epoch), and no longer than a statement may last. */
const TAKE = `
INSERT INTO lease (epoch, venue, owner, address, until)
VALUES (1, current_schema(), $1, $2, clock_timestamp() + make_interval(secs => $3))
ON CONFLICT (venue) DO UPDATE
SET epoch = lease.epoch + 1, owner = excluded.owner, address = excluded.address,
    until = clock_timestamp() + make_interval(secs => $3)
WHERE lease.until <= clock_timestamp()
RETURNING epoch`;

const RENEW = `
UPDATE lease SET until = clock_timestamp() + make_interval(secs => $2) WHERE epoch = $1`;

const RELEASE = "UPDATE lease SET until = '-infinity' WHERE epoch = $1";

const changed = async (client: PoolClient, sql: string, values: unknown[]): Promise<boolean> =>
  (await client.query(sql, values)).rowCount === 1;

/** The lease in a venue's schema. */
export const leaseTable = ({ close, read }: PostgresDatabase): LeaseStore => ({
  look: () =>
    read(async (client): Promise<LeaseView | undefined> => {
      const { rows } = await client.query<LeaseView>(LOOK);
      return rows[0];
    }),
  take: ({ address, name }, seconds) =>
    read(async (client): Promise<number | undefined> => {
      const { rows } = await client.query<{ epoch: number }>(TAKE, [name, address, seconds]);
      return rows[0]?.epoch;
    }),
  renew: (epoch, seconds) => read((client) => changed(client, RENEW, [epoch, seconds])),
  release: (epoch) =>
    read(async (client) => {
      await changed(client, RELEASE, [epoch]);
    }),
  close,
});
