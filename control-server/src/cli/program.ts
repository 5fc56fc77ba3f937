import { Command } from 'commander';
import { version } from '../adapters/version.js';
import { EXIT } from './exit-codes.js';
import { withExamples } from './verb-examples.js';

const EXAMPLES = `
Examples:
  throng-server validate --config venue.yml
  throng-server run --config venue.yml
  THRONG_LISTEN_PORT=9000 throng-server run --config venue.yml
  throng-server group venues/arena.yml venues/park.yml
  throng-server doctor --config venue.yml --json
  throng-server healthcheck --config venue.yml
  throng-server account add kim --role operator --zones gate-a,concourse --config venue.yml
  throng-server audit verify --config venue.yml
  throng-server enroll box-1 --config venue.yml
  throng-server venue versions --config venue.yml
  throng-server fleet push box-1 --file desired.yml --config venue.yml
  throng-server backup --config venue.yml --into /backup --keep 14
  throng-server restore /backup/NAME --config venue.yml
  throng-server backtest --venue arena --seeds 1-5
  throng-server simulate --venue arena --seed 7 --out evening.jsonl
  throng-server replay evening.jsonl --venue arena
  throng-server report --config venue.yml --event summer-opening
  throng-server import rehearsal.jsonl --config venue.yml
  throng-server capacity --config venue.yml
  throng-server what-if --config venue.yml --plan plan.yml

Exit codes: 0 all is well, 1 something must be mended, 2 wrong usage, 3 another server owns the venue by now,
130 ended by Ctrl-C before it was done.`;

const VERSION = `throng-server ${version} (Node ${process.version})`;

/** What holds for every command: its examples, its exit codes, and what is said of wrong usage. */
const settle = (command: Command, path: readonly string[] = []): void => {
  withExamples(command, path.join(' '));
  command
    .showHelpAfterError('Run throng-server --help for the commands.')
    .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? EXIT.ok : EXIT.usage));
  for (const within of command.commands) settle(within, [...path, within.name()]);
};

/** Each is loaded when it is asked for: who asks for the version need not wait for the simulator. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  run: async () => (await import('./run-command.js')).runCommand(),
  group: async () => (await import('./group-command.js')).groupCommand(),
  validate: async () => (await import('./validate-command.js')).validateCommand(),
  doctor: async () => (await import('./doctor-command.js')).doctorCommand(),
  healthcheck: async () => (await import('./healthcheck-command.js')).healthcheckCommand(),
  account: async () => (await import('./account-command.js')).accountCommand(),
  enroll: async () => (await import('./enroll-command.js')).enrollCommand(),
  enrolled: async () => (await import('./revoke-command.js')).enrolledCommand(),
  revoke: async () => (await import('./revoke-command.js')).revokeCommand(),
  authority: async () => (await import('./authority-command.js')).authorityCommand(),
  token: async () => (await import('./token-command.js')).tokenCommand(),
  audit: async () => (await import('./audit-command.js')).auditCommand(),
  trace: async () => (await import('./trace-command.js')).traceCommand(),
  backup: async () => (await import('./backup-command.js')).backupCommand(),
  restore: async () => (await import('./restore-command.js')).restoreCommand(),
  venue: async () => (await import('./venue-command.js')).venueCommand(),
  fleet: async () => (await import('./fleet-command.js')).fleetCommand(),
  backtest: async () => (await import('./backtest-command.js')).backtestCommand(),
  'fit-forecast': async () => (await import('./fit-forecast-command.js')).fitForecastCommand(),
  simulate: async () => (await import('./simulate-command.js')).simulateCommand(),
  replay: async () => (await import('./replay-command.js')).replayCommand(),
  report: async () => (await import('./report-command.js')).reportCommand(),
  import: async () => (await import('./import-command.js')).importCommand(),
  capacity: async () => (await import('./capacity-command.js')).capacityCommand(),
  'what-if': async () => (await import('./what-if-command.js')).whatIfCommand(),
};

/** In the order of the help. */
const NAMES = Object.keys(COMMANDS);

/** For those who change the product, not for those who use it. */
const HIDDEN: ReadonlySet<string> = new Set(['fit-forecast']);

/** Whom to load: the one command that is named, or all, so that help can tell of them. */
const namesFor = (asked: string | undefined): readonly string[] => {
  if (asked === 'version' || asked === '--version' || asked === '-V') return [];
  return asked !== undefined && Object.hasOwn(COMMANDS, asked) ? [asked] : NAMES;
};

/** The command line of the control server. @param asked the command, where one is named: the others need not be there then. */
export const createProgram = async (asked?: string): Promise<Command> => {
  const program = new Command('throng-server')
    .description(
      "Keeps a venue's state from its edge agents' measurements, alerts, and serves the dashboard.",
    )
    .version(VERSION)
    .addHelpText('after', EXAMPLES);
  for (const name of namesFor(asked)) {
    const command = await COMMANDS[name]?.();
    if (command !== undefined) program.addCommand(command, { hidden: HIDDEN.has(name) });
  }
  program
    .command('version')
    .description('print the version')
    .option('--json', 'for programs')
    .action(({ json = false }: { json?: boolean }) => {
      console.log(json ? JSON.stringify({ version, node: process.version }, null, 2) : VERSION);
    });
  settle(program);
  return program;
};
