import type { DensityReport } from '../evaluation/density-report.js';

/** A share from 0 to 1 as people read it. */
export const share = (value: number | null): string =>
  value === null ? 'unknown (the model states no error)' : `${(100 * value).toFixed(1)} %`;

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
