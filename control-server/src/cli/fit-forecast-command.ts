import { Command, Option } from 'commander';
import { knownVenues } from '../adapters/settings/read-simulated-venue.js';
import type { SimulatedVenue } from '../backtest/index.js';
import { defaultRules } from '../settings/default-rules.js';
import { EXIT } from './exit-codes.js';
import { progressBar } from './progress-bar.js';
import { readSimulated } from './read-simulated.js';
import { parseSeeds } from './seed-range.js';

interface Options {
  readonly venue?: readonly string[];
  readonly seeds: readonly number[];
}

const SEEDS = '1-10';

/** `throng-server fit-forecast`: the weights of `forecast/prior-weights.ts`, for those who change the forecast. */
export const fitForecastCommand = (): Command =>
  new Command('fit-forecast')
    .description('fit the weights that the forecast begins with, on simulated evenings')
    .option('--venue <name-or-file...>', 'venues to learn from; all that come with Throng if none')
    .addOption(
      new Option('--seeds <list>', 'evenings to learn from')
        .argParser(parseSeeds)
        .default(parseSeeds(SEEDS), SEEDS),
    )
    .addHelpText(
      'after',
      '\nExamples:\n  throng-server fit-forecast\n  throng-server fit-forecast --venue arena my-hall.yml --seeds 1-5\n\nPrints what belongs into control-server/src/forecast/prior-weights.ts. Judge it by other evenings:\nthrong-server backtest --seeds 31-35',
    )
    .action(async ({ seeds, venue }: Options) => {
      const { fitPriorWeights } = await import('../backtest/index.js');
      const names = venue ?? (await knownVenues());
      const venues: SimulatedVenue[] = [];
      for (const name of names) {
        const simulated = await readSimulated(name);
        if (simulated === undefined) {
          process.exitCode = EXIT.broken;
          return;
        }
        venues.push(simulated);
      }
      const bar = progressBar('{bar} {value}/{total} evenings  {name}');
      bar.start(venues.length * seeds.length, 0, { name: '' });
      const weights = fitPriorWeights(venues, seeds, defaultRules(), (name) =>
        bar.increment(1, { name }),
      );
      bar.stop();
      for (const [kind, rows] of Object.entries(weights)) {
        console.log(`  ${kind}: [`);
        for (const row of rows) console.log(`    [${row.join(', ')}],`);
        console.log('  ],');
      }
    });
