import { Command, CommanderError } from 'commander';
import { benchCommand } from './bench-command.js';
import { evalCommand } from './eval-command.js';
import { EXIT, type ExitCode } from './exit-codes.js';
import { type ListOptions, list } from './list-command.js';
import { manifestOption } from './option-values.js';
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

Exit codes: 0 well, 1 something is wrong, 2 wrong usage.`;

/** Runs one command line; resolves with the exit code. */
export const runProgram = async (argv: readonly string[]): Promise<ExitCode> => {
  let code: ExitCode = EXIT.ok;
  const settle = (outcome: ExitCode): void => {
    code = outcome;
  };
  const program = new Command('throng-models')
    .description('The models that count: what they are, whether they are whole, how good they are.')
    .exitOverride()
    .showHelpAfterError('Run throng-models --help for the commands.')
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

  try {
    await program.parseAsync([...argv], { from: 'user' });
    return code;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
  }
};
