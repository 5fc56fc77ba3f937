import type { Command } from 'commander';
import type { ConfirmOptions } from './confirm-command.js';
import type { ExitCode } from './exit-codes.js';
import { identifier, moment, personCount, personName } from './steward-input.js';

interface Common {
  readonly config: string;
  readonly json: boolean;
}

type CountOptions = Common & {
  readonly camera: string;
  readonly zone: string;
  readonly count: number;
  readonly at: number;
  readonly by: string;
};

const CONFIG = ['-c, --config <file>', 'settings of this agent, YAML'] as const;
const BY = ['--by <name>', 'who says so; stays on this box', personName] as const;

/** Loaded when a count is entered, as every command is. */
const clickers = () => import('./clicker-command.js');

/** The verbs by which people tell the agent what only they can know: `confirm` and `clicker`. */
export const addStewardCommands = (program: Command, done: (code: ExitCode) => void): void => {
  program
    .command('confirm')
    .description('a camera was found moved, somebody looked, and it may stay as it hangs')
    .requiredOption(...CONFIG)
    .requiredOption('--camera <id>', 'the camera', identifier)
    .requiredOption(...BY)
    .option('--json', 'for machines', false)
    .action(async (options: ConfirmOptions) => {
      const { confirm } = await import('./confirm-command.js');
      done(await confirm(options));
    });

  const clicker = program
    .command('clicker')
    .description('hand counts, which correct a camera’s counts and tell how far they are off');
  clicker
    .command('add')
    .description('add a hand count of the part of a zone that a camera sees')
    .requiredOption(...CONFIG)
    .requiredOption('--camera <id>', 'the camera', identifier)
    .requiredOption('--zone <id>', 'the zone', identifier)
    .requiredOption('--count <persons>', 'how many were counted', personCount)
    .requiredOption('--at <time>', 'when: 2026-07-04T19:30:00Z, or now', moment)
    .requiredOption(...BY)
    .option('--json', 'for machines', false)
    .action(async (options: CountOptions) => done(await (await clickers()).addCount(options)));
  clicker
    .command('list')
    .description('the hand counts that hold')
    .requiredOption(...CONFIG)
    .option('--json', 'for machines', false)
    .action(async (options: Common) => done(await (await clickers()).listCounts(options)));
  clicker
    .command('remove')
    .description('take a hand count back')
    .argument('<id>', 'as `clicker list` shows it')
    .requiredOption(...CONFIG)
    .requiredOption(...BY)
    .option('--json', 'for machines', false)
    .action(async (id: string, options: Common & { by: string }) =>
      done(await (await clickers()).removeCount(id, options)),
    );
  clicker
    .command('fit')
    .description('what the hand counts make of each camera: before, after, and what is missing')
    .requiredOption(...CONFIG)
    .option('--json', 'for machines', false)
    .action(async (options: Common) => done(await (await clickers()).fitCounts(options)));
};
