import { hostname } from 'node:os';
import type { PostgresAddress } from '../../adapters/postgres/open-pool.js';
import type { LoadedVenueFile } from '../../adapters/settings/load-venue-file.js';
import type { Candidate } from '../../lease/lease-store.js';
import type { ClusterSettings } from '../../settings/cluster-settings.js';

/** What a server of a cluster goes by. */
export interface ClusterFile {
  readonly file: LoadedVenueFile;
  readonly postgres: PostgresAddress;
  readonly cluster: ClusterSettings;
  readonly me: Candidate;
}

/** Undefined where the server of this file is alone. */
export const clusterFile = (file: LoadedVenueFile): ClusterFile | undefined => {
  const { postgres, server } = file;
  const { cluster, listen } = server;
  if (cluster === undefined || postgres === undefined) return undefined;
  const scheme = file.listenTls === undefined ? 'http' : 'https';
  const name = cluster.name ?? `${hostname()}:${listen.port}`;
  const address = cluster.address ?? `${scheme}://${listen.host}:${listen.port}`;
  return { file, postgres, cluster, me: { name, address } };
};
