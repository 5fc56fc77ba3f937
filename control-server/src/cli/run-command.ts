import { hostClock, supervision, tellClock } from '@throng/host/adapters';
import { Command } from 'commander';
import type { PostgresAddress } from '../adapters/postgres/open-pool.js';
import type { LoadedVenueFile } from '../adapters/settings/load-venue-file.js';
import { systemClock, systemTimer } from '../adapters/system-time.js';
import { askOwnHealth } from '../main/ask-own-health.js';
import { clusterFile } from '../main/cluster/cluster-file.js';
import { giveLifeSigns } from '../main/life-signs.js';
import { createLog } from '../main/log.js';
import type { RunningServer } from '../main/running-server.js';
import { startServer } from '../main/start-server.js';
import { EXIT } from './exit-codes.js';
import { readConfig } from './read-config.js';
import { startFailure } from './start-failure.js';

/** A second Ctrl-C does not wait for a clean end; a hang-up is how renewals of certificates are told. */
const hearSignals = (
  server: Pick<RunningServer, 'close' | 'renewCertificate'>,
  stopLifeSigns: () => void,
): void => {
  let closing = false;
  const close = async (): Promise<void> => {
    if (closing) process.exit(EXIT.broken);
    closing = true;
    stopLifeSigns();
    console.log('\nClosing: telling the clients, writing what waits …');
    await server.close();
    console.log('Closed.');
  };
  process.on('SIGINT', () => void close());
  process.on('SIGTERM', () => void close());
  process.on('SIGHUP', () => void server.renewCertificate());
};

/** Nobody has an account yet: whoever reads this console makes the first. */
const firstAdminNote = (link: string): string => `
Nobody has an account yet. This link makes the first admin; it works once, within an hour:
  ${link}

`;

const tellRunning = (file: LoadedVenueFile, server: RunningServer): void =>
  console.log(`${file.venue.name}
  dashboard  ${server.url}
  broker     ${server.broker}
  store      ${file.postgres === undefined ? file.storeFile : databaseName(file.postgres)}
${server.firstAdmin === undefined ? '' : firstAdminNote(server.firstAdmin)}Ctrl-C ends it.`);

const databaseName = ({ settings: { database, host, port } }: PostgresAddress): string =>
  `PostgreSQL ${host}:${port}/${database}`;

/** Runs the server of a file, alone or as one of several. */
const runServer = async (file: LoadedVenueFile): Promise<void> => {
  const log = createLog(file.server.logLevel);
  hostClock.onChange(tellClock(log));
  const world = { clock: systemClock, timer: systemTimer, log };
  const lifeSigns = () =>
    giveLifeSigns({
      health: () => askOwnHealth(file),
      supervision: supervision(process.env),
      timer: systemTimer,
      log,
    });
  const cluster = clusterFile(file);
  if (cluster === undefined) {
    const server = await startServer(file, world);
    hearSignals(server, lifeSigns());
    tellRunning(file, server);
    return;
  }
  const { runInCluster } = await import('./run-in-cluster.js');
  const run = await runInCluster(cluster, world);
  hearSignals(run, lifeSigns());
  const { address, name } = cluster.me;
  console.log(`${file.venue.name}\n  ${name} stands by at ${address}. Ctrl-C ends it.`);
  tellRunning(file, await run.served);
};

/** `throng-server run --config FILE` */
export const runCommand = (): Command =>
  new Command('run')
    .description('run the server until Ctrl-C')
    .requiredOption('-c, --config <file>', 'the venue file')
    .addHelpText('after', '\nExample:\n  throng-server run --config venue.yml')
    .action(async ({ config }: { config: string }) => {
      const file = await readConfig(config);
      if (file === undefined) {
        process.exitCode = EXIT.broken;
        return;
      }
      try {
        await runServer(file);
      } catch (error) {
        console.error(startFailure(error));
        process.exitCode = EXIT.broken;
      }
    });
