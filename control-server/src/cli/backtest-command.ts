import { Command, InvalidArgumentError, Option } from 'commander';
import { knownVenues } from '../adapters/settings/read-simulated-venue.js';
import type { SimulatedVenue } from '../backtest/index.js';
import { backtestLines } from './backtest-table.js';
import { EXIT } from './exit-codes.js';
import { readSimulated } from './read-simulated.js';
import { rehearseEvenings } from './rehearse-evenings.js';
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
      const end = await backtest(options);
      if (end !== 'whole') process.exitCode = end === 'cut' ? EXIT.interrupted : EXIT.broken;
    });

/** The venues by name, or undefined once every fault of every one has been told. */
const readVenues = async (names: readonly string[]): Promise<SimulatedVenue[] | undefined> => {
  const read: (SimulatedVenue | undefined)[] = [];
  for (const name of names) read.push(await readSimulated(name));
  const sound = read.filter((venue) => venue !== undefined);
  return sound.length === read.length ? sound : undefined;
};

const backtest = async ({
  history,
  json,
  seeds,
  venue,
}: Options): Promise<'whole' | 'cut' | 'broken'> => {
  const simulated = await readVenues(venue ?? (await knownVenues()));
  if (simulated === undefined) return 'broken';
  const { isWhole, venues: rehearsed } = await rehearseEvenings(simulated, seeds, history, json);
  const { scoreEvenings } = await import('../backtest/index.js');
  const evenings = rehearsed.flatMap((each) => each.evenings);
  const venues = rehearsed.map((each) =>
    scoreEvenings(each.simulated.venue.id, each.evenings, history),
  );
  const overall = scoreEvenings(venues.map((each) => each.venue).join(', '), evenings, history);
  if (json) console.log(JSON.stringify({ ...overall, venues }, null, 2));
  else for (const line of backtestLines(overall, venues)) console.log(line);
  if (isWhole) return 'whole';
  console.error(
    `Ended after ${evenings.length} of ${simulated.length * seeds.length} evenings: the figures are of these.`,
  );
  return 'cut';
};
