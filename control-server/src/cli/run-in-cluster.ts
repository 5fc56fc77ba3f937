import type { ClusterFile } from '../main/cluster/cluster-file.js';
import { standBy } from '../main/cluster/stand-by.js';
import type { RunningServer, World } from '../main/running-server.js';
import { EXIT } from './exit-codes.js';

const CAUSES = {
  taken:
    'another server owns the venue by now: this one ends, and stands by when it is started again',
  'ran-out':
    'the lease could not be renewed in time, so that another server may own the venue: this one ends, and stands by when it is started again',
} as const;

/** A server of a cluster, from standing by on. */
export interface ClusterRun {
  /** Resolves once it serves the venue. */
  readonly served: Promise<RunningServer>;
  close(): Promise<void>;
  renewCertificate(): Promise<void>;
}

/** Runs one of several servers. Where its lease is lost the process ends at once: it must not say another word. */
export const runInCluster = async (cluster: ClusterFile, world: World): Promise<ClusterRun> => {
  const standby = await standBy(cluster, world, (loss) => {
    world.log.fatal({ loss, exitCode: EXIT.fenced }, CAUSES[loss]);
    process.exit(EXIT.fenced);
  });
  let server: RunningServer | undefined;
  const served = standby.served.then((running) => {
    server = running;
    return running;
  });
  return {
    served,
    close: () => standby.close(),
    renewCertificate: async () => server?.renewCertificate(),
  };
};
