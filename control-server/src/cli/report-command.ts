import { Command, InvalidArgumentError, Option } from 'commander';
import {
  REPORT_FORMATS,
  type ReportFormat,
  type ReportSubject,
} from '../adapters/report/report-task.js';
import { writeReport } from '../adapters/report/write-report.js';
import { systemClock } from '../adapters/system-time.js';
import { EXIT } from './exit-codes.js';
import { fileFailure } from './file-failure.js';
import { parseMoment } from './moment.js';
import { readConfig } from './read-config.js';

interface Options {
  readonly config: string;
  readonly event?: string;
  readonly last?: string;
  readonly from?: number;
  readonly to?: number;
  readonly out?: string;
  readonly format: readonly ReportFormat[];
}

const parseFormats = (text: string): ReportFormat[] =>
  text.split(',').map((word) => {
    const format = REPORT_FORMATS.find((each) => each === word.trim());
    if (format !== undefined) return format;
    throw new InvalidArgumentError(`"${word}" is none; give some of ${REPORT_FORMATS.join(',')}.`);
  });

/** What the options ask for, or what is wrong with them. */
const subjectOf = ({ event, from, last, to }: Options): ReportSubject | string => {
  if (event !== undefined) {
    if (from !== undefined || to !== undefined) return 'name --event or --from and --to, not both';
    return last === undefined ? { event } : { event, last };
  }
  if (last !== undefined) return '--last goes with --event';
  if (from === undefined || to === undefined) return 'name an --event, or --from and --to';
  if (to <= from) return '--to must be after --from';
  return { from: from / 1_000, to: to / 1_000 };
};

/** `throng-server report`: what an event was, from the store. */
export const reportCommand = (): Command =>
  new Command('report')
    .description('tell what an event was: a page, a PDF, and tables for programs')
    .requiredOption('-c, --config <file>', 'the venue file')
    .option('--event <id>', 'an event of its calendar')
    .option('--last <id>', 'the event to compare with; by default the one before by the same plan')
    .option('--from <time>', 'in place of an event: 2026-07-04T17:00:00Z', parseMoment)
    .option('--to <time>', 'end of that period', parseMoment)
    .option('-o, --out <folder>', 'where the files go; by default report-EVENT')
    .addOption(
      new Option('--format <list>', 'what is written')
        .argParser(parseFormats)
        .default([...REPORT_FORMATS], REPORT_FORMATS.join(',')),
    )
    .addHelpText(
      'after',
      '\nExamples:\n  throng-server report --config venue.yml --event summer-opening\n  throng-server report --config venue.yml --from 2026-07-04T17:00:00Z --to 2026-07-04T22:00:00Z --format csv',
    )
    .action(async (options: Options, command: Command) => {
      const subject = subjectOf(options);
      if (typeof subject === 'string') command.error(`error: ${subject}`);
      else if (!(await report(options, subject))) process.exitCode = EXIT.broken;
    });

const report = async (options: Options, subject: ReportSubject): Promise<boolean> => {
  const file = await readConfig(options.config);
  if (file === undefined) return false;
  const { calendar, postgres, server, storeFile, venue } = file;
  const folder = options.out ?? ('event' in subject ? `report-${subject.event}` : 'report');
  // Loaded when wanted: charts and their libraries are no part of a start of the server.
  const { makeReport } = await import('../adapters/report/make-report.js');
  const task = { venue, calendar, server, storeFile, postgres, subject };
  let path = storeFile;
  try {
    const made = await makeReport({ ...task, formats: options.format, now: systemClock.now() });
    if (!made.ok) {
      console.error(`${options.config}: ${made.message}`);
      return false;
    }
    path = folder;
    for (const written of await writeReport(folder, made.value)) console.log(written);
    return true;
  } catch (error) {
    console.error(fileFailure(path, error));
    return false;
  }
};
