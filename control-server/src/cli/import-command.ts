import { createReadStream } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { Command } from 'commander';
import { PostgresError } from '../adapters/postgres/postgres-error.js';
import { readLines } from '../adapters/recording/read-lines.js';
import type { LoadedVenueFile } from '../adapters/settings/load-venue-file.js';
import { systemClock } from '../adapters/system-time.js';
import type { Refusal } from '../admission/refusal.js';
import { type ImportedEvening, RecordingImport } from '../import/recording-import.js';
import { ClosingStack } from '../main/closing-stack.js';
import { openStore } from '../main/open-store.js';
import { knownMinutes } from '../store/evening-row.js';
import type { MeasurementStore, StoreResult } from '../store/measurement-store.js';
import { planVenue } from '../venue-plan/venue-plan.js';
import { EXIT } from './exit-codes.js';
import { fileFailure } from './file-failure.js';
import { readConfig } from './read-config.js';

interface Options {
  readonly config: string;
  readonly json: boolean;
}

/** Of an event that a recording told of: minutes known of all its zones, 0 to 1. */
interface ToldEvening {
  readonly event: string;
  readonly zones: number;
  readonly known: number;
}

/** A server that runs holds the file for milliseconds at a time. */
const TRIES = { count: 100, pauseMs: 50 } as const;

/** Lines that are named of what was refused. */
const NAMED = 3;

/** `throng-server import FILE --config VENUE`: a recording into the store, to be learnt from. */
export const importCommand = (): Command =>
  new Command('import')
    .description('take a recording into the store, so that later events are expected to be like it')
    .argument('<file>', 'measurement windows, a line of JSON each')
    .requiredOption('-c, --config <file>', 'the venue file')
    .option('--json', 'for programs', false)
    .addHelpText(
      'after',
      '\nThe event that was recorded must be in the calendar of the venue file.\n\nExample:\n  throng-server import rehearsal.jsonl --config venue.yml',
    )
    .action(async (file: string, options: Options) => {
      if (!(await importRecording(file, options))) process.exitCode = EXIT.broken;
    });

const importRecording = async (path: string, { config, json }: Options): Promise<boolean> => {
  const file = await readConfig(config);
  if (file === undefined) return false;
  const store = await storeOf(file);
  if (store === undefined) return false;
  const examples: string[] = [];
  let refused = 0;
  const onRefused = (line: number, { message, reason }: Refusal): void => {
    refused += 1;
    if (refused <= NAMED) examples.push(`line ${line} refused as ${reason}: ${message}`);
  };
  const plan = planVenue(file.venue, file.calendar);
  const taking = new RecordingImport({ store, plan, onRefused });
  try {
    for await (const lines of readLines(createReadStream(path))) {
      for (const line of lines) taking.line(line);
      if (!isDone(file.storeFile, await patiently(() => taking.flush()))) return false;
    }
    const remembered = await patiently(() => taking.remember(systemClock.now()));
    if (!isDone(file.storeFile, remembered)) return false;
    for (const line of examples) console.error(line);
    const result = {
      windows: taking.windows,
      refused,
      evenings: remembered.ok ? remembered.value.map(toldOf) : [],
    };
    if (json) console.log(JSON.stringify(result));
    else for (const line of linesOf(path, result)) console.log(line);
    return taking.windows > 0;
  } catch (error) {
    console.error(fileFailure(path, error));
    return false;
  } finally {
    await store.close();
  }
};

/** The store of a venue file, or undefined once it has been told why it can't be opened. */
const storeOf = async (file: LoadedVenueFile): Promise<MeasurementStore | undefined> => {
  const opened = new ClosingStack();
  try {
    return (await openStore(file, opened)).store;
  } catch (error) {
    await opened.close();
    console.error(
      error instanceof PostgresError ? error.message : fileFailure(file.storeFile, error),
    );
    return undefined;
  }
};

const patiently = async <Value>(
  work: () => Promise<StoreResult<Value>>,
): Promise<StoreResult<Value>> => {
  let result = await work();
  for (let tries = 1; tries < TRIES.count; tries += 1) {
    if (result.ok || result.code !== 'locked') break;
    await setTimeout(TRIES.pauseMs);
    result = await work();
  }
  return result;
};

const isDone = (store: string, result: StoreResult<unknown>): boolean => {
  if (!result.ok) console.error(`${store}: ${result.message}`);
  return result.ok;
};

const toldOf = ({ event, zones }: ImportedEvening): ToldEvening => {
  const minutes = zones.reduce((sum, row) => sum + row.minutes.length, 0);
  const known = zones.reduce((sum, row) => sum + knownMinutes(row), 0);
  return { event: event.id, zones: zones.length, known: minutes === 0 ? 0 : known / minutes };
};

const linesOf = (
  path: string,
  { evenings, refused, windows }: { evenings: ToldEvening[]; refused: number; windows: number },
): string[] => [
  `${path}: ${windows} windows taken${refused === 0 ? '' : `, ${refused} refused`}`,
  ...evenings.map(
    ({ event, known, zones }) =>
      `  ${event}: ${zones} zones remembered, ${Math.round(known * 100)} % of their minutes known`,
  ),
  ...(windows > 0 && evenings.length === 0
    ? [
        '  It tells of no past event of the calendar: nothing will be learnt from it. Add the event.',
      ]
    : []),
];
