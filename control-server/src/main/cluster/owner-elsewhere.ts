import { LEASE_LIMITS, leaseTable } from '../../adapters/lease/lease-table.js';
import { openPostgres } from '../../adapters/postgres/postgres-database.js';
import type { LoadedVenueFile } from '../../adapters/settings/load-venue-file.js';
import { clusterFile } from './cluster-file.js';

/**
 * Why the house's tables must not be worked with on this machine: in a cluster they are the owner's.
 * Undefined where they may be.
 */
export const ownerElsewhere = async (file: LoadedVenueFile): Promise<string | undefined> => {
  const cluster = clusterFile(file);
  if (cluster === undefined) return undefined;
  const leases = leaseTable(openPostgres(cluster.postgres, file.venue.id, LEASE_LIMITS));
  const view = await leases.look();
  await leases.close();
  if (!view.ok) return `who owns the venue cannot be told: ${view.message}`;
  if (view.value?.isHeld !== true) return 'no server owns the venue; start one, then try again';
  const { address, name } = view.value;
  return name === cluster.me.name
    ? undefined
    : `${name} (${address}) owns the venue; give this command on that machine`;
};
