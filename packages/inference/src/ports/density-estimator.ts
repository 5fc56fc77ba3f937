import type { Result } from '@throng/contract';
import type { CountError } from '@throng/crowd';
import type { Picture } from './picture.js';

/** Side of a density cell, pixels. */
export const DENSITY_CELL = 8;

/** Persons per cell of `DENSITY_CELL` pixels, row by row from the top left corner. */
export interface DensityMap {
  readonly columns: number;
  readonly rows: number;
  /** columns × rows values; their sum is the number of people in the picture. */
  readonly persons: Float32Array;
  /** Variance of the sum, persons²; absent for a model that states none. */
  readonly variance?: number;
}

/** Counts heads without telling people apart; sound where they stand too dense to be detected. */
export interface DensityEstimator {
  readonly id: string;
  readonly error: CountError;
  estimate(picture: Picture): Promise<Result<DensityMap, 'model-failed'>>;
}

/** People in the whole picture. */
export const countOf = ({ persons }: DensityMap): number =>
  persons.reduce((sum, cell) => sum + cell, 0);
