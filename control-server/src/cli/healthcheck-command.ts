import { Command } from 'commander';
import { askOwnHealth } from '../main/ask-own-health.js';
import { EXIT } from './exit-codes.js';
import { readConfig } from './read-config.js';

interface Options {
  readonly config: string;
  readonly alive?: boolean;
  readonly json?: boolean;
}

/** `throng-server healthcheck --config FILE [--alive] [--json]` */
export const healthcheckCommand = (): Command =>
  new Command('healthcheck')
    .description('ask the server that runs on this machine how it is, for who restarts it')
    .requiredOption('-c, --config <file>', 'the venue file it runs under')
    .option('--alive', 'only whether it answers, not whether broker and store work')
    .option('--json', 'for programs')
    .addHelpText('after', '\nExample:\n  throng-server healthcheck --config venue.yml')
    .action(async ({ alive, config, json }: Options) => {
      const file = await readConfig(config);
      if (file === undefined) {
        process.exitCode = EXIT.broken;
        return;
      }
      const health = await askOwnHealth(file);
      const healthy = alive === true ? health.alive : health.ready;
      if (json === true) console.log(JSON.stringify({ healthy, ...health }));
      else if (healthy) {
        const also = health.reason === undefined ? '' : `; ${health.reason}`;
        console.log(alive === true ? 'alive' : `alive and ready${also}`);
      } else console.error(`not healthy: ${health.reason}`);
      if (!healthy) process.exitCode = EXIT.broken;
    });
