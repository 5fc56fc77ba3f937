import { Command, InvalidArgumentError } from 'commander';
import {
  existing,
  type RecordedMoment,
  truthFile,
  writeEvening,
} from '../adapters/recording/write-evening.js';
import type { SimulatedEvening } from '../backtest/index.js';
import { EXIT } from './exit-codes.js';
import { fileFailure } from './file-failure.js';
import { parseMoment } from './moment.js';
import { progressBar } from './progress-bar.js';
import { readSimulated } from './read-simulated.js';

interface Options {
  readonly venue: string;
  readonly seed: number;
  readonly out: string;
  readonly windowSeconds: number;
  readonly doorsAt?: number;
  readonly force: boolean;
}

const wholeNumber = (least: number, most: number) => (text: string) => {
  const number = Number(text);
  if (!/^\d+$/.test(text) || number < least || number > most) {
    throw new InvalidArgumentError(`"${text}" is no whole number from ${least} to ${most}.`);
  }
  return number;
};

/** `throng-server simulate`: a recording of an evening whose truth is known. */
export const simulateCommand = (): Command =>
  new Command('simulate')
    .description('write a recording of a simulated evening, and what was true beside it')
    .requiredOption('--venue <name-or-file>', 'a simulated venue')
    .requiredOption('--seed <number>', 'which of its evenings', wholeNumber(0, 999_999_999))
    .requiredOption('--out <file>', 'the recording; its truth goes to FILE.truth.jsonl')
    .option('--window-seconds <seconds>', 'length of a window', wholeNumber(1, 60), 10)
    .option('--doors-at <time>', 'when its doors open, such as 2026-07-04T18:00:00Z', parseMoment)
    .option('--force', 'write over a file that is there', false)
    .addHelpText(
      'after',
      '\nExample:\n  throng-server simulate --venue arena --seed 7 --out evening.jsonl',
    )
    .action(async (options: Options) => {
      if (!(await simulate(options))) process.exitCode = EXIT.broken;
    });

const simulate = async (options: Options): Promise<boolean> => {
  const { doorsAt, force, out, seed, venue, windowSeconds } = options;
  const simulated = await readSimulated(venue);
  if (simulated === undefined) return false;
  const there = await existing([out, truthFile(out)]);
  if (there.length > 0 && !force) {
    console.error(`${there.join(' and ')}: there already; name another file or add --force`);
    return false;
  }
  const { simulateEvening } = await import('../backtest/index.js');
  const evening = simulateEvening(simulated, seed, windowSeconds, doorsAt);
  const ending = new AbortController();
  const end = () => ending.abort();
  process.once('SIGINT', end).once('SIGTERM', end);
  const bar = progressBar('{bar} {percentage} %  {value} of {total} s');
  bar.start(evening.length, 0);
  const counted = { windows: 0 };
  try {
    const moments = await momentsOf(evening, (time, windows) => {
      bar.update(Math.min(time, evening.length));
      counted.windows += windows;
    });
    const whole = await writeEvening(out, moments, ending.signal);
    bar.stop();
    if (whole) console.log(`${out}: ${counted.windows} windows; ${truthFile(out)}: what was true`);
    else console.error('Ended before the evening did; nothing was written.');
    return whole;
  } catch (error) {
    bar.stop();
    console.error(fileFailure(out, error));
    return false;
  } finally {
    process.off('SIGINT', end).off('SIGTERM', end);
  }
};

const momentsOf = async (
  evening: SimulatedEvening,
  onMoment: (time: number, windows: number) => void,
): Promise<Iterable<RecordedMoment>> => {
  const { truthLine } = await import('../backtest/index.js');
  return (function* () {
    for (const tick of evening.ticks) {
      onMoment(tick.truth.time, tick.windows.length);
      yield {
        windows: tick.windows.map((window) => JSON.stringify(window)),
        truth: truthLine(tick, evening.doorsAt),
      };
    }
  })();
};
