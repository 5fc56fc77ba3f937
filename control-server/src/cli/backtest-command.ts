import { Command, InvalidArgumentError, Option } from 'commander';
import { knownVenues } from '../adapters/settings/read-simulated-venue.js';
import type { BacktestResult, EveningRecord } from '../backtest/index.js';
import { defaultRules } from '../settings/default-rules.js';
import { backtestLines } from './backtest-table.js';
import { EXIT } from './exit-codes.js';
import { progressBar } from './progress-bar.js';
import { readSimulated } from './read-simulated.js';
import { parseSeeds } from './seed-range.js';

interface Options {
  readonly venue: readonly string[];
  readonly seeds: readonly number[];
  readonly history: number;
  readonly json: boolean;
}

const parseHistory = (text: string): number => {
  const evenings = Number(text);
  if (!Number.isInteger(evenings) || evenings < 0 || evenings > 50) {
    throw new InvalidArgumentError(`"${text}" is not a number of evenings from 0 to 50.`);
  }
  return evenings;
};

/** `throng-server backtest`: how often the forecast was right, on simulated evenings with known truth. */
export const backtestCommand = (): Command =>
  new Command('backtest')
    .description('forecast simulated evenings, and tell how often it was right')
    .option('--venue <name-or-file...>', 'venues to rehearse; all that come with Throng if none')
    .addOption(
      new Option('--seeds <list>', 'evenings: 7, 1-20 or 1,5,9-12')
        .argParser(parseSeeds)
        .default([1, 2], '1-2'),
    )
    .option('--history <evenings>', 'former evenings that are remembered', parseHistory, 3)
    .option('--json', 'print the result as JSON', false)
    .addHelpText(
      'after',
      '\nExamples:\n  throng-server backtest --venue arena --seeds 1-5\n  throng-server backtest --seeds 1-3 --history 0 --json',
    )
    .action(async (options: Options) => {
      const results = await backtest(options);
      if (results === undefined) {
        process.exitCode = EXIT.broken;
        return;
      }
      const { overall, venues } = results;
      if (options.json) console.log(JSON.stringify({ ...overall, venues }, null, 2));
      else for (const line of backtestLines(overall, venues)) console.log(line);
    });

const backtest = async ({ history, json, seeds, venue }: Options) => {
  const { rehearseVenue, scoreEvenings } = await import('../backtest/index.js');
  const names = venue ?? (await knownVenues());
  const bar = progressBar('{bar} {value}/{total} evenings  {name}');
  const venues: BacktestResult[] = [];
  const records: EveningRecord[] = [];
  if (!json) bar.start(names.length * seeds.length, 0, { name: '' });
  try {
    for (const name of names) {
      const simulated = await readSimulated(name);
      if (simulated === undefined) return undefined;
      bar.update({ name });
      const evenings = rehearseVenue(simulated, seeds, defaultRules(), history, () =>
        bar.increment(),
      );
      venues.push(scoreEvenings(simulated.venue.id, evenings, history));
      records.push(...evenings);
    }
  } finally {
    bar.stop();
  }
  return { overall: scoreEvenings(names.join(', '), records, history), venues };
};
