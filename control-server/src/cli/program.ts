import { Command } from 'commander';
import { version } from '../adapters/version.js';
import { accountCommand } from './account-command.js';
import { auditCommand } from './audit-command.js';
import { backtestCommand } from './backtest-command.js';
import { capacityCommand } from './capacity-command.js';
import { doctorCommand } from './doctor-command.js';
import { EXIT } from './exit-codes.js';
import { fitForecastCommand } from './fit-forecast-command.js';
import { importCommand } from './import-command.js';
import { replayCommand } from './replay-command.js';
import { reportCommand } from './report-command.js';
import { runCommand } from './run-command.js';
import { simulateCommand } from './simulate-command.js';
import { tokenCommand } from './token-command.js';
import { validateCommand } from './validate-command.js';
import { venueCommand } from './venue-command.js';
import { whatIfCommand } from './what-if-command.js';

const EXAMPLES = `
Examples:
  throng-server validate --config venue.yml
  throng-server run --config venue.yml
  THRONG_LISTEN_PORT=9000 throng-server run --config venue.yml
  throng-server doctor --config venue.yml --json
  throng-server account add kim --role operator --zones gate-a,concourse --config venue.yml
  throng-server audit verify --config venue.yml
  throng-server venue versions --config venue.yml
  throng-server backtest --venue arena --seeds 1-5
  throng-server simulate --venue arena --seed 7 --out evening.jsonl
  throng-server replay evening.jsonl --venue arena
  throng-server report --config venue.yml --event summer-opening
  throng-server import rehearsal.jsonl --config venue.yml
  throng-server capacity --config venue.yml
  throng-server what-if --config venue.yml --plan plan.yml

Exit codes: 0 all is well, 1 something must be mended, 2 wrong usage.`;

/** The command line of the control server. */
export const createProgram = (): Command => {
  const program = new Command('throng-server')
    .description(
      "Keeps a venue's state from its edge agents' measurements, alerts, and serves the dashboard.",
    )
    .addHelpText('after', EXAMPLES);
  program.addCommand(runCommand());
  program.addCommand(validateCommand());
  program.addCommand(doctorCommand());
  program.addCommand(accountCommand());
  program.addCommand(tokenCommand());
  program.addCommand(auditCommand());
  program.addCommand(venueCommand());
  program.addCommand(backtestCommand());
  program.addCommand(fitForecastCommand(), { hidden: true });
  program.addCommand(simulateCommand());
  program.addCommand(replayCommand());
  program.addCommand(reportCommand());
  program.addCommand(importCommand());
  program.addCommand(capacityCommand());
  program.addCommand(whatIfCommand());
  program
    .command('version')
    .description('print the version')
    .action(() => console.log(version));
  const within = program.commands.flatMap(({ commands }) => commands);
  for (const command of [program, ...program.commands, ...within]) {
    command.exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? EXIT.ok : EXIT.usage));
  }
  return program;
};
