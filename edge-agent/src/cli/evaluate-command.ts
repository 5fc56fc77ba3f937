import { Presets, SingleBar } from 'cli-progress';
import type { LineEnds } from '../evaluation/given-line.js';
import { type Evaluation, evaluateSequence } from '../main/evaluate-sequence.js';
import type { FrameRange } from '../main/open-sequence.js';
import {
  evaluationRows,
  evaluationSummary,
  pooledRows,
  pooledSummary,
} from './evaluation-report.js';
import { EXIT, type ExitCode } from './exit-codes.js';
import { complain, print, printJson, tableLines } from './output.js';

export interface EvaluateOptions {
  readonly json: boolean;
  readonly person?: string;
  readonly density?: string;
  readonly manifest?: string;
  readonly threads: number;
  readonly width: number;
  readonly frames?: FrameRange;
  readonly line?: readonly LineEnds[];
}

const evaluateOne = async (folder: string, options: EvaluateOptions) => {
  const bar = new SingleBar(
    { format: '{bar} {value}/{total} frames', stream: process.stderr, clearOnComplete: true },
    Presets.rect,
  );
  const { density, frames, manifest, person, threads } = options;
  let started = false;
  const evaluation = await evaluateSequence({
    folder,
    width: options.width,
    frames,
    lines: options.line,
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
  return evaluation;
};

/** `throng-edge evaluate`: accuracy and speed on recorded sequences; several are pooled too. */
export const evaluate = async (
  folders: readonly string[],
  options: EvaluateOptions,
): Promise<ExitCode> => {
  const evaluations: Evaluation[] = [];
  for (const folder of folders) {
    const evaluation = await evaluateOne(folder, options);
    if (!evaluation.ok) {
      complain(`${folder} cannot be evaluated:`, evaluation.message.split('\n'));
      return EXIT.failed;
    }
    evaluations.push(evaluation.value);
  }
  const [first, ...others] = evaluations;
  if (first === undefined) return EXIT.usage;
  const pooled = others.length === 0 ? undefined : pooledSummary(folders, evaluations);
  if (options.json) printJson(pooled ?? evaluationSummary(first));
  else {
    const rows = pooled === undefined ? evaluationRows(first) : pooledRows(pooled);
    for (const line of tableLines(rows)) print(line);
  }
  return EXIT.ok;
};
