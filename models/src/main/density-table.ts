import type { DensityReport } from '../evaluation/density-report.js';

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

/** How often the truth lies inside the intervals, in a sentence. */
export const coverageSentence = ({ coverage80, coverage95 }: DensityReport): string =>
  coverage80 === null || coverage95 === null
    ? 'The model states no error, so its intervals cannot be judged.'
    : `The truth lies inside the 80 % interval in ${percent(coverage80)} of the pictures, inside the 95 % interval in ${percent(coverage95)}.`;

/** Figures part by part, headings first. */
export const densityTable = ({ parts }: DensityReport): string[][] => [
  ['part', 'images', 'MAE', 'RMSE', 'bias'],
  ...Object.entries(parts).map(([part, { images, mae, rmse, bias }]) => [
    part,
    `${images}`,
    mae.toFixed(2),
    rmse.toFixed(2),
    `${bias > 0 ? '+' : ''}${bias.toFixed(2)}`,
  ]),
];
