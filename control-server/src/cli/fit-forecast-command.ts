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
  readonly seeds?: readonly number[];
  readonly curves: boolean;
}

/** The curves are fitted to evenings that the weights have not seen. */
const SEEDS = { weights: '1-10', curves: '11-20' } as const;

/**
 * `throng-server fit-forecast`: the weights of `forecast/prior-weights.ts` and the curves of `forecast/pass-curves.ts`,
 * for those who change the forecast.
 */
export const fitForecastCommand = (): Command =>
  new Command('fit-forecast')
    .description('fit the weights that the forecast begins with, on simulated evenings')
    .option('--venue <name-or-file...>', 'venues to learn from; all that come with Throng if none')
    .addOption(
      new Option(
        '--seeds <list>',
        `evenings to learn from (default: ${SEEDS.weights}; curves ${SEEDS.curves})`,
      ).argParser(parseSeeds),
    )
    .option(
      '--curves',
      'fit how likely limits are passed instead, by the weights as they are',
      false,
    )
    .action(async ({ curves, seeds: asked, venue }: Options) => {
      const seeds = asked ?? parseSeeds(curves ? SEEDS.curves : SEEDS.weights);
      const { fitPassCurves, fitPriorWeights } = await import('../backtest/index.js');
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
      const onEvening = (name: string) => bar.increment(1, { name });
      if (curves) {
        const fitted = fitPassCurves(venues, seeds, defaultRules(), onEvening);
        bar.stop();
        for (const [kind, odds] of Object.entries(fitted)) {
          console.log(`  ${kind}: [${odds.join(', ')}],`);
        }
        return;
      }
      const weights = fitPriorWeights(venues, seeds, defaultRules(), onEvening);
      bar.stop();
      for (const [kind, rows] of Object.entries(weights)) {
        console.log(`  ${kind}: [`);
        for (const row of rows) console.log(`    [${row.join(', ')}],`);
        console.log('  ],');
      }
    });
