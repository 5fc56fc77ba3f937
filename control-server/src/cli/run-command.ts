import { Command } from 'commander';
import { systemClock, systemTimer } from '../adapters/system-time.js';
import { supervision } from '../adapters/systemd/notify.js';
import { askOwnHealth } from '../main/ask-own-health.js';
import { giveLifeSigns } from '../main/life-signs.js';
import { createLog } from '../main/log.js';
import type { RunningServer } from '../main/running-server.js';
import { startServer } from '../main/start-server.js';
import { EXIT } from './exit-codes.js';
import { readConfig } from './read-config.js';
import { startFailure } from './start-failure.js';

/** A second Ctrl-C does not wait for a clean end; a hang-up is how renewals of certificates are told. */
const hearSignals = (server: RunningServer, stopLifeSigns: () => void): void => {
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
      const log = createLog(file.server.logLevel);
      try {
        const server = await startServer(file, { clock: systemClock, timer: systemTimer, log });
        const stopLifeSigns = giveLifeSigns({
          health: () => askOwnHealth(file),
          supervision: supervision(process.env),
          timer: systemTimer,
          log,
        });
        hearSignals(server, stopLifeSigns);
        console.log(`${file.venue.name}
  dashboard  ${server.url}
  broker     ${server.broker}
  store      ${file.storeFile}
${server.firstAdmin === undefined ? '' : firstAdminNote(server.firstAdmin)}Ctrl-C ends it.`);
      } catch (error) {
        console.error(startFailure(error));
        process.exitCode = EXIT.broken;
      }
    });
