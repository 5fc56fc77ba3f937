import { fileURLToPath } from 'node:url';
import { Command, InvalidArgumentError } from 'commander';
import { printTable } from '../bench/shared/output.js';
import { FAULTS } from './faults.js';
import { chosen } from './runner/chosen.js';
import type { Fault } from './runner/fault.js';
import { runFaults } from './runner/run-faults.js';

const docs = (name: string): string =>
  fileURLToPath(new URL(`../../docs/${name}`, import.meta.url));

const positive = (text: string): number => {
  const value = Number(text);
  if (!(value > 0)) throw new InvalidArgumentError('a number above 0 is wanted.');
  return value;
};

const seedOf = (text: string): number => {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new InvalidArgumentError('a whole number is wanted.');
  return value;
};

interface Options {
  readonly minutes?: number;
  readonly count?: number;
  readonly seed: number;
  readonly json: boolean;
  readonly list: boolean;
  readonly write: boolean;
}

/** The same run again, as a person would type it. */
const commandOf =
  ({ count, minutes, seed }: Options) =>
  ({ name }: Fault): string =>
    [
      `npm run chaos -- ${name}`,
      ...(minutes === undefined ? [] : [`--minutes ${minutes}`]),
      ...(count === undefined ? [] : [`--count ${count}`]),
      ...(seed === 1 ? [] : [`--seed ${seed}`]),
    ].join(' ');

const program = new Command('chaos')
  .description(
    'does to Throng what the world does, and holds what it promises against what is seen',
  )
  .usage('[FAULT…] [options]')
  .argument('[fault...]', 'which; all without a name')
  .option('--minutes <n>', 'of real time, for faults that last', positive)
  .option('--count <n>', 'of messages, attempts or clients', positive)
  .option('--seed <n>', 'the same seed, the same order of blows', seedOf, 1)
  .option('--json', 'for programs', false)
  .option('--list', 'tell what there is, and do nothing', false)
  .option('--write', 'renew docs/under-fire.md with what was seen', false)
  .action(async (names: string[], options: Options) => {
    if (options.list) {
      printTable([['fault', 'done'], ...FAULTS.map(({ done, name }) => [name, done])]);
      return;
    }
    const paths = { table: docs('under-fire.md'), results: docs('under-fire.json') };
    process.exitCode = await runFaults(chosen(FAULTS, names), FAULTS, {
      ...options,
      write: options.write ? paths : undefined,
      commandOf: commandOf(options),
    });
  });
await program.parseAsync().catch((error: unknown) => {
  process.stderr.write(`✗ ${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 2;
});
