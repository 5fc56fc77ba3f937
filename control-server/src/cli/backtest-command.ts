import { Command, InvalidArgumentError, Option } from 'commander';
import { PartFile } from '../adapters/recording/part-file.js';
import { knownVenues } from '../adapters/settings/read-simulated-venue.js';
import { version } from '../adapters/version.js';
import type { SimulatedVenue } from '../backtest/index.js';
import { defaultRules } from '../settings/default-rules.js';
import { backtestConcourse, usualConcourse } from './backtest-concourse.js';
import { backtestLines } from './backtest-table.js';
import { endable } from './endable.js';
import { EXIT } from './exit-codes.js';
import { fileFailure } from './file-failure.js';
import { readSimulated } from './read-simulated.js';
import { type Rehearsal, rehearseEvenings } from './rehearse-evenings.js';
import { parseSeeds } from './seed-range.js';

interface Options {
  readonly venue: readonly string[];
  readonly seeds: readonly number[];
  readonly history: number;
  readonly json: boolean;
  readonly html?: string;
  readonly grandCentral?: string | true;
}

const parseHistory = (text: string): number => {
  const evenings = Number(text);
  if (!Number.isInteger(evenings) || evenings < 0 || evenings > 50) {
    throw new InvalidArgumentError(`"${text}" is not a number of evenings from 0 to 50.`);
  }
  return evenings;
};

/**
 * `throng-server backtest`: how often the forecast was right, on simulated evenings with known truth.
 * The first weights were fitted on low seeds: its usual ones are others.
 */
export const backtestCommand = (): Command =>
  new Command('backtest')
    .description('forecast simulated evenings, and tell how often it was right')
    .option('--venue <name-or-file...>', 'venues to rehearse; all that come with Throng if none')
    .addOption(
      new Option('--seeds <list>', 'evenings: 7, 1-20 or 1,5,9-12')
        .argParser(parseSeeds)
        .default([31, 32], '31-32'),
    )
    .option('--history <evenings>', 'former evenings that are remembered', parseHistory, 3)
    .option('--json', 'print the result as JSON', false)
    .option('--html <file>', 'write a report as a page too')
    .option('--grand-central [folder]', 'judge by the counts of a real concourse instead')
    .addHelpText(
      'after',
      '\nExamples:\n  throng-server backtest --venue arena --seeds 31-35\n  throng-server backtest --seeds 31-33 --history 0 --json\n  throng-server backtest --seeds 31-35 --html backtest.html',
    )
    .action(async (options: Options) => {
      const { grandCentral, json } = options;
      process.exitCode =
        grandCentral === undefined
          ? await endable((ending) => backtest(options, ending))
          : await backtestConcourse(
              grandCentral === true ? usualConcourse(process.env) : grandCentral,
              json,
            );
    });

/** The venues by name, or undefined once every fault of every one has been told. */
const readVenues = async (names: readonly string[]): Promise<SimulatedVenue[] | undefined> => {
  const read: (SimulatedVenue | undefined)[] = [];
  for (const name of names) read.push(await readSimulated(name));
  const sound = read.filter((venue) => venue !== undefined);
  return sound.length === read.length ? sound : undefined;
};

const backtest = async (options: Options, ending: AbortSignal): Promise<number> => {
  const { history, html, json, seeds } = options;
  const simulated = await readVenues(options.venue ?? (await knownVenues()));
  if (simulated === undefined) return EXIT.broken;
  try {
    // Opened before the long work begins, so that a folder that isn't there is told at once.
    const page = html === undefined ? undefined : await PartFile.open(html);
    const rehearsal = await rehearseEvenings(simulated, seeds, history, json, ending);
    const scored = await score(rehearsal, history);
    if (json) console.log(JSON.stringify({ ...scored.overall, venues: scored.venues }, null, 2));
    else for (const line of backtestLines(scored.overall, scored.venues)) console.log(line);
    const [done, asked] = [scored.evenings.length, simulated.length * seeds.length];
    if (page !== undefined) {
      const { backtestPage, makeReport } = await import('../backtest/index.js');
      const command = commandOf(options);
      const made = { command, done, asked, throng: version, node: process.versions.node };
      await page.line(backtestPage(makeReport(scored, defaultRules(), made)));
      await page.commit();
      console.error(`${html}: the report`);
    }
    if (rehearsal.isWhole) return EXIT.ok;
    console.error(`Ended after ${done} of ${asked} evenings: the figures are of these.`);
    return EXIT.interrupted;
  } catch (error) {
    console.error(fileFailure(html ?? '', error));
    return EXIT.broken;
  }
};

const score = async ({ venues: rehearsed }: Rehearsal, history: number) => {
  const { scoreEvenings } = await import('../backtest/index.js');
  const venues = rehearsed.map(({ evenings, simulated }) =>
    scoreEvenings(simulated.venue.id, evenings, history),
  );
  const evenings = rehearsed.flatMap((each) => each.evenings);
  const names = venues.map(({ venue }) => venue).join(', ');
  return {
    simulated: rehearsed.map(({ simulated }) => simulated),
    evenings,
    venues,
    overall: scoreEvenings(names, evenings, history),
  };
};

/** The command line that makes the same report again. */
const commandOf = ({ history, seeds, venue = [] }: Options): string => {
  const venues = venue.length === 0 ? '' : ` --venue ${venue.join(' ')}`;
  return `throng-server backtest${venues} --seeds ${seeds.join(',')} --history ${history} --html backtest.html`;
};
