import { Command, CommanderError } from 'commander';
import { ownVersion } from '../adapters/own-version.js';
import { benchCommand } from './bench-command.js';
import { evalCommand } from './eval-command.js';
import { EXIT, type ExitCode } from './exit-codes.js';
import { type ListOptions, list } from './list-command.js';
import { manifestOption } from './option-values.js';
import { print, printJson } from './output.js';
import { type PullOptions, pull } from './pull-command.js';
import { type VerifyOptions, verify } from './verify-command.js';

const EXAMPLES = `
Examples:
  throng-models list                                       what there is
  throng-models verify                                     each file held against the manifest
  throng-models pull --mirror /media/usb/models            fetch what is missing, from a folder
  throng-models eval density --data DIR --report page.html
  throng-models eval person --data DIR --json
  throng-models bench --size 1280x720 --threads 1

Exit codes: 0 all is well, 1 something must be mended, 2 wrong usage, 130 ended by Ctrl-C before it was done.`;

const versionLine = (): string => `throng-models ${ownVersion} (Node ${process.version})`;

/** How the verbs are typed whose help does not say so itself. */
const VERB_EXAMPLES: Readonly<Record<string, string>> = {
  list: 'list --json',
  verify: 'verify',
  pull: 'pull person --mirror /media/usb/models',
  eval: 'eval density --data DIR --report page.html',
  version: 'version --json',
};

/** What holds for every command: an example, and what is said of wrong usage. */
const settleAll = (command: Command): void => {
  command.showHelpAfterError('Run throng-models --help for the commands.');
  const example = VERB_EXAMPLES[command.name()];
  if (example !== undefined) command.addHelpText('after', `\nExample:\n  throng-models ${example}`);
  for (const within of command.commands) settleAll(within);
};

/** Runs one command line; resolves with the exit code. */
export const runProgram = async (argv: readonly string[]): Promise<ExitCode> => {
  let code: ExitCode = EXIT.ok;
  const settle = (outcome: ExitCode): void => {
    code = outcome;
  };
  const program = new Command('throng-models')
    .description('The models that count: what they are, whether they are whole, how good they are.')
    .version(versionLine())
    .exitOverride()
    .addHelpText('after', EXAMPLES);

  /** A command with the two options that all have. */
  const command = (name: string, description: string): Command =>
    program
      .command(name)
      .description(description)
      .addOption(manifestOption())
      .option('--json', 'for programs', false);

  command('list', 'the models of the manifest').action(async (options: ListOptions) =>
    settle(await list(options)),
  );
  command(
    'verify',
    'hold each file against its entry: size, checksum, signature, a trial run',
  ).action(async (options: VerifyOptions) => settle(await verify(options)));
  command('pull [id]', 'fetch the files that are missing; goes on where it was cut off')
    .option('--mirror <folder>', 'take the files from this folder, not from their addresses')
    .action(async (id: string | undefined, options: PullOptions) =>
      settle(await pull(id, options)),
    );
  program.addCommand(evalCommand(settle));
  program.addCommand(benchCommand(settle));
  program
    .command('version')
    .description('print the version')
    .option('--json', 'for programs', false)
    .action(({ json }: { json: boolean }) => {
      if (json) printJson({ version: ownVersion, node: process.version });
      else print(versionLine());
    });

  settleAll(program);
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return code;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
  }
};
