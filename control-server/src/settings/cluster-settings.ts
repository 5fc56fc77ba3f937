import type { Fault } from '@throng/contract';
import Type from 'typebox';
import { type PostgresSettings, postgresFaults } from './postgres-settings.js';

/** One of several servers that stand ready for a venue; a lease in the database says which of them owns it. */
export const ClusterSettings = Type.Object(
  {
    /** What the others and the log call this server; by default its host name and port. */
    name: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })),
    /** Where people reach this server; by default where it listens. */
    address: Type.Optional(Type.String({ pattern: '^https?://[^\\s/]+$', maxLength: 300 })),
    /** An owner that is not heard of for so long owns the venue no more. */
    leaseSeconds: Type.Number({ minimum: 3, maximum: 60, default: 6 }),
  },
  { additionalProperties: false },
);
export type ClusterSettings = Type.Static<typeof ClusterSettings>;

/** What servers of a cluster must share, and how its database is reached; paths from `/server`. */
export const clusterFaults = ({
  broker,
  cluster,
  store: { postgres },
}: {
  readonly broker: { readonly url?: string };
  readonly cluster?: ClusterSettings;
  readonly store: { readonly postgres?: PostgresSettings };
}): Fault[] => {
  const faults = postgres === undefined ? [] : postgresFaults(postgres);
  if (cluster === undefined) return faults;
  if (postgres === undefined) {
    const message = 'is missing; servers of a cluster keep record and lease in one PostgreSQL';
    faults.push({ path: '/store/postgres', message });
  }
  if (broker.url === undefined) {
    const message = 'is missing; servers of a cluster hear the agents over one broker beside them';
    faults.push({ path: '/broker/url', message });
  }
  return faults;
};
