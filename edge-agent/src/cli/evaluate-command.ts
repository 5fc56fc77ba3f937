import { Presets, SingleBar } from 'cli-progress';
import { type Evaluation, evaluateSequence } from '../main/evaluate-sequence.js';
import { EXIT, type ExitCode } from './exit-codes.js';
import { complain, print, printJson, tableLines } from './output.js';

export interface EvaluateOptions {
  readonly json: boolean;
  readonly person?: string;
  readonly density?: string;
  readonly manifest?: string;
  readonly threads: number;
  readonly width: number;
}

const rounded = (value: number, digits: number): number => Number(value.toFixed(digits));

const summary = ({
  countBias,
  countMae,
  density,
  fps,
  frames,
  latencyMs,
  models,
  ...rest
}: Evaluation) => ({
  frames,
  countMae: rounded(countMae, 3),
  countBias: rounded(countBias, 3),
  meanTrueCount: rounded(rest.meanTrueCount, 2),
  density: { ...density, zoneAreaM2: rounded(density.zoneAreaM2, 1), mae: rounded(density.mae, 4) },
  fps: rounded(fps, 1),
  latencyMs,
  models,
});

const rows = (evaluation: ReturnType<typeof summary>): string[][] => [
  ['frames', `${evaluation.frames}`],
  [
    'people in view',
    `${evaluation.meanTrueCount} on average, on ${evaluation.density.zoneAreaM2} m²`,
  ],
  ['count error', `${evaluation.countMae} persons (bias ${evaluation.countBias})`],
  [
    'density error',
    `${evaluation.density.mae} persons/m² on ${evaluation.density.cells} cells of ${evaluation.density.cellMetres} m`,
  ],
  [
    'speed',
    `${evaluation.fps} frames/s, ${evaluation.latencyMs.p50} ms per frame (95 %: ${evaluation.latencyMs.p95} ms)`,
  ],
  ['models', `person ${evaluation.models.person}, density ${evaluation.models.density}`],
];

/** `throng-edge evaluate`: accuracy and speed on a recorded sequence. */
export const evaluate = async (folder: string, options: EvaluateOptions): Promise<ExitCode> => {
  const bar = new SingleBar(
    { format: '{bar} {value}/{total} frames', stream: process.stderr, clearOnComplete: true },
    Presets.rect,
  );
  const { manifest, person, density, threads } = options;
  let started = false;
  const evaluation = await evaluateSequence({
    folder,
    width: options.width,
    models: {
      threads,
      providers: ['cpu'],
      ...(manifest === undefined ? {} : { manifest }),
      ...(person === undefined ? {} : { person }),
      ...(density === undefined ? {} : { density }),
    },
    onFrame: (done, of) => {
      if (options.json) return;
      if (!started) bar.start(of, 0);
      started = true;
      bar.update(done);
    },
  });
  if (started) bar.stop();
  if (!evaluation.ok) {
    complain(`${folder} cannot be evaluated:`, evaluation.message.split('\n'));
    return EXIT.failed;
  }
  const result = summary(evaluation.value);
  if (options.json) printJson(result);
  else for (const line of tableLines(rows(result))) print(line);
  return EXIT.ok;
};
