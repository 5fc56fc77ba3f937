import { Command, InvalidArgumentError } from 'commander';
import { Replay } from '../replay/replay.js';
import type { ReplayEvent } from '../replay/replay-event.js';
import { EXIT } from './exit-codes.js';
import { fileFailure } from './file-failure.js';
import { LineWriter } from './line-writer.js';
import { parseMoment } from './moment.js';
import { readJudgement, readRehearsedRules } from './read-judgement.js';
import { ReplayReport } from './replay-report.js';
import { hearAll, type ReplaySource } from './replay-source.js';
import { ReplayTable } from './replay-table.js';
import { storedFormer } from './stored-former.js';

interface Options {
  readonly venue: string;
  readonly rules?: string;
  readonly store?: string;
  readonly learnFrom?: string;
  readonly from?: number;
  readonly to?: number;
  readonly every?: number;
  readonly json: boolean;
}

/** Seconds between two states that are told: to people a block every 5 minutes is enough. */
const EVERY = { people: 300, programs: 10 } as const;

const parseEvery = (text: string): number => {
  const seconds = Number(text);
  if (!Number.isInteger(seconds) || seconds < 1 || seconds > 86_400) {
    throw new InvalidArgumentError(`"${text}" is no whole number of seconds from 1 to 86400.`);
  }
  return seconds;
};

/** Epoch seconds of a moment that names its zone. */
const parseSecond = (text: string): number => Math.floor(parseMoment(text) / 1_000);

/** What is to be replayed, or what is wrong with how it was named. */
const sourceOf = (
  path: string | undefined,
  { from, learnFrom, store, to }: Options,
): ReplaySource | string => {
  if ((path === undefined) === (store === undefined))
    return 'name a recording or --store, one of them';
  if (path !== undefined) {
    const isPeriod = from !== undefined || to !== undefined;
    return isPeriod ? '--from and --to go with --store' : { kind: 'lines', path };
  }
  if (learnFrom !== undefined) return '--learn-from goes with a recording; a store knows its own';
  const period = { from: from ?? 0, to: to ?? Number.MAX_SAFE_INTEGER };
  if (period.to <= period.from) return '--to must be after --from';
  return { kind: 'store', path: store ?? '', period };
};

/** `throng-server replay`: a recording through the code of the live server, in its own time. */
export const replayCommand = (): Command =>
  new Command('replay')
    .description('judge a recording again, as fast as this machine can')
    .argument('[file]', 'measurement windows, a line of JSON each; - for standard input')
    .requiredOption('--venue <file-or-name>', 'a venue file, or a simulated venue')
    .option('--rules <file>', 'other alert rules: tells what they would have changed')
    .option('--store <file>', 'in place of a recording: the store of a server')
    .option('--from <time>', 'of the store: 2026-07-04T19:30:00Z', parseSecond)
    .option('--to <time>', 'of the store', parseSecond)
    .option('--learn-from <store>', 'of a recording: the store that knows former evenings')
    .option('--every <seconds>', 'between two states and forecasts; alerts at once', parseEvery)
    .option('--json', 'a line of JSON for each event', false)
    .addHelpText(
      'after',
      '\nExamples:\n  throng-server replay evening.jsonl --venue venue.yml\n  throng-server replay evening.jsonl --venue arena --rules later.yml --json',
    )
    .action(async (file: string | undefined, options: Options, command: Command) => {
      const source = sourceOf(file, options);
      if (typeof source === 'string') command.error(`error: ${source}`);
      else if (!(await replay(source, options))) process.exitCode = EXIT.broken;
    });

const replay = async (source: ReplaySource, options: Options): Promise<boolean> => {
  const usual = await readJudgement(options.venue);
  if (usual === undefined) return false;
  const { rules } = options;
  const rehearsed = rules === undefined ? undefined : await readRehearsedRules(rules, usual);
  if (rules !== undefined && rehearsed === undefined) return false;

  const [output, table, report] = [new LineWriter(), new ReplayTable(), new ReplayReport()];
  const onEvent = (event: ReplayEvent): void => {
    report.enter(event);
    if (options.json) output.add(JSON.stringify(event));
    else for (const line of table.lines(event)) output.add(line);
  };
  const every = options.every ?? (options.json ? EVERY.programs : EVERY.people);
  const memory = source.kind === 'store' ? source.path : options.learnFrom;
  const former = storedFormer(memory, usual);
  if (former === undefined) return false;
  const parts = { usual, every, onEvent, former };
  const run = new Replay(rehearsed === undefined ? parts : { ...parts, rehearsed });
  const began = performance.now();
  try {
    await hearAll(source, usual.plan, run, () => output.flush());
    run.end();
  } catch (error) {
    console.error(fileFailure(source.path, error));
    return false;
  }
  await output.flush(true);
  const seconds = (performance.now() - began) / 1_000;
  for (const line of report.lines(seconds, rehearsed !== undefined)) console.error(line);
  return report.hasWindows;
};
