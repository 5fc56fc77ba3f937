import { type CountScore, scoreCounts } from '../evaluation/count-score.js';
import { type DensityClass, scoreByDensity } from '../evaluation/density-classes.js';
import type { Evaluation } from '../main/evaluate-sequence.js';

const rounded = (value: number, digits: number): number => Number(value.toFixed(digits));

const countSummary = ({
  countBias,
  countMae,
  coverage80,
  frames,
  meanTrueCount,
  sigmaScale,
}: CountScore): CountScore => ({
  frames,
  countMae: rounded(countMae, 3),
  countBias: rounded(countBias, 3),
  meanTrueCount: rounded(meanTrueCount, 2),
  coverage80: rounded(coverage80, 3),
  sigmaScale: rounded(sigmaScale, 2),
});

const classSummary = (one: DensityClass): DensityClass => ({
  density: rounded(one.density, 2),
  frames: one.frames,
  relativeError: rounded(one.relativeError, 3),
  relativeBias: rounded(one.relativeBias, 3),
  coverage80: rounded(one.coverage80, 3),
});

/** What `evaluate --json` says of one sequence. */
export const evaluationSummary = ({
  byDensity,
  density,
  flow,
  fps,
  latencyMs,
  models,
  ...counts
}: Evaluation) => ({
  ...countSummary(counts),
  density: { ...density, zoneAreaM2: rounded(density.zoneAreaM2, 1), mae: rounded(density.mae, 4) },
  byDensity: byDensity.map(classSummary),
  flow: flow.map((line) => ({ ...line, recall: rounded(line.recall, 2) })),
  fps: rounded(fps, 1),
  latencyMs,
  models,
});

/** What it says of several together: each frame weighs the same. */
export const pooledSummary = (folders: readonly string[], evaluations: readonly Evaluation[]) => {
  const counts = evaluations.flatMap((evaluation) => evaluation.counts);
  return {
    ...countSummary(scoreCounts(counts)),
    byDensity: scoreByDensity(counts).map(classSummary),
    sequences: evaluations.map((evaluation, index) => ({
      folder: folders[index] ?? '',
      ...evaluationSummary(evaluation),
    })),
  };
};

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

const countRows = (score: CountScore): string[][] => [
  ['frames', `${score.frames}`],
  ['people in view', `${score.meanTrueCount} on average`],
  ['count error', `${score.countMae} persons (bias ${score.countBias})`],
  ['80 % intervals', `hold the truth in ${percent(score.coverage80)}`],
];

const classRows = (classes: readonly DensityClass[]): string[][] =>
  classes.map((one) => [
    `at ${one.density} persons/m²`,
    `error ${percent(one.relativeError)} (bias ${percent(one.relativeBias)}), 80 % intervals hold ${percent(one.coverage80)} of ${one.frames} frames`,
  ]);

export const evaluationRows = (evaluation: Evaluation): string[][] => {
  const { density, flow, fps, latencyMs, models, byDensity, ...counts } =
    evaluationSummary(evaluation);
  return [
    ...countRows(counts),
    ...(byDensity.length > 1 ? classRows(byDensity) : []),
    [
      'density error',
      `${density.mae} persons/m² on ${density.cells} cells of ${density.cellMetres} m, ${density.zoneAreaM2} m²`,
    ],
    ...flow.map((line) => [
      `line ${line.line.join(',')}`,
      `in ${line.in} (true ${line.trueIn}), out ${line.out} (true ${line.trueOut}), expects to catch ${percent(line.recall)}`,
    ]),
    ['speed', `${fps} frames/s, ${latencyMs.p50} ms per frame (95 %: ${latencyMs.p95} ms)`],
    ['models', `person ${models.person}, density ${models.density}`],
  ];
};

export const pooledRows = (pooled: ReturnType<typeof pooledSummary>): string[][] => [
  ['sequences', `${pooled.sequences.length}`],
  ...countRows(pooled),
  ...classRows(pooled.byDensity),
];
