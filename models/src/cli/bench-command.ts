import { Command, Option } from 'commander';
import { ownCrowd } from '../adapters/bench-picture.js';
import { thisMachine } from '../adapters/machine.js';
import { rounded } from '../evaluation/rounded.js';
import {
  type BenchOrder,
  benchCandidates,
  benchPictures,
  benchRival,
} from '../main/bench-candidates.js';
import { type BenchRow, benchModels } from '../main/bench-models.js';
import { EXIT, type ExitCode } from './exit-codes.js';
import {
  manifestOption,
  pictureSizes,
  providerList,
  threadsOption,
  wholeNumber,
} from './option-values.js';
import { complain, note, print, printJson, printTable } from './output.js';
import { withProgress } from './with-progress.js';

const SIZES = '640x480,1280x720';

type BenchOptions = BenchOrder & { readonly json: boolean };

const showRows = (rows: readonly BenchRow[]): void =>
  printTable([
    ['model', 'provider', 'size', 'ms', 'bare ms', 'ratio', 'frames/s', 'persons/s'],
    ...rows.map((row) => [
      row.model,
      row.provider,
      `${row.width}×${row.height}`,
      row.ms.toFixed(2),
      row.bareMs.toFixed(2),
      row.ratio.toFixed(3),
      row.framesPerSecond.toFixed(1),
      row.personsPerSecond.toFixed(0),
    ]),
  ]);

const showRivals = (rows: readonly BenchRow[], rival: string): void =>
  printTable([
    [
      'model',
      'provider',
      'size',
      'ms',
      `ms of ${rival}`,
      'ratio',
      'bare ms',
      'its bare ms',
      'ratio',
    ],
    ...rows.flatMap(({ model, provider, width, height, against }) =>
      against === undefined
        ? []
        : [
            [
              ...[model, provider, `${width}×${height}`],
              ...[against.ms.toFixed(2), against.rivalMs.toFixed(2), against.ratio.toFixed(3)],
              ...[against.bareMs.toFixed(2), against.rivalBareMs.toFixed(2)],
              against.bareRatio.toFixed(3),
            ],
          ],
    ),
  ]);

const bench = async (options: BenchOptions): Promise<ExitCode> => {
  const models = await benchCandidates(options);
  const rival = await benchRival(options);
  const pictures = await benchPictures(options);
  if (!models.ok || !rival.ok || !pictures.ok) {
    for (const part of [models, rival, pictures]) if (!part.ok) complain(part.message);
    return EXIT.failed;
  }
  const { rows, unavailable } = await withProgress(
    'timing',
    models.value.length * options.provider.length * pictures.value.length,
    'cases',
    (tick) => benchModels(models.value, rival.value, pictures.value, options, tick),
  );
  const machine = thisMachine();
  if (options.json) {
    const { threads, runs } = options;
    const against = rival.value?.id;
    printJson(rounded({ machine, threads, runs, against, rows, unavailable }, 3));
  } else {
    const { processor, cores, node, onnxruntime } = machine;
    print(
      `${processor}, ${cores} cores, Node ${node}, onnxruntime ${onnxruntime}; medians of ${options.runs}`,
    );
    showRows(rows);
    if (rival.value !== undefined) {
      print('\nIn turns, in one run:');
      showRivals(rows, rival.value.id);
    }
    for (const { model, provider, reason } of unavailable) {
      note(`${model} on ${provider}: ${reason}`);
    }
  }
  return rows.length > 0 ? EXIT.ok : EXIT.failed;
};

/** `throng-models bench` */
export const benchCommand = (settle: (code: ExitCode) => void): Command =>
  new Command('bench')
    .description('time the models here: per provider and size, beside the bare runtime')
    .option(
      '--model <id>',
      'a model of the manifest or an .onnx file; by default all of the manifest',
    )
    .option('--against <id>', 'another model or .onnx file, timed beside each in turns')
    .addOption(manifestOption())
    .addOption(
      new Option('--provider <names>', 'where to run, with commas between')
        .argParser(providerList)
        .default(['cpu'], 'cpu'),
    )
    .addOption(
      new Option('--size <sizes>', 'picture sizes, with commas between')
        .argParser(pictureSizes)
        .default(pictureSizes(SIZES), SIZES),
    )
    .addOption(threadsOption())
    .option('--runs <n>', 'timed runs of which the median counts', wholeNumber(1), 20)
    .option('--warm-up <n>', 'runs before the first timed one', wholeNumber(0), 3)
    .addOption(
      new Option('--image <file>', 'the picture to count').default(ownCrowd, 'a rendered crowd'),
    )
    .option('--json', 'for programs', false)
    .exitOverride()
    .addHelpText(
      'after',
      `
Examples:
  throng-models bench --threads 1 --size 1280x720
  throng-models bench --threads 1 --size 416x416 --model person --against yolox_nano.onnx
  throng-models bench --provider tensorrt,cuda,cpu --json`,
    )
    .action(async (options: BenchOptions) => settle(await bench(options)));
