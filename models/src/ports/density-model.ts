import type { Result } from '@throng/contract';
import type { Picture } from './picture.js';

/** Side of a density cell, pixels. */
export const DENSITY_CELL = 8;

/** Persons per cell of `DENSITY_CELL` pixels, row by row from the top left corner. */
export interface DensityMap {
  readonly columns: number;
  readonly rows: number;
  readonly persons: Float32Array;
  /** Variance of the sum, persons²; undefined for a model that states none. */
  readonly variance: number | undefined;
}

/** A model that counts heads without telling people apart. */
export interface DensityModel {
  estimate(picture: Picture): Promise<Result<DensityMap, 'model-failed'>>;
}

/** People in the whole picture. */
export const countOf = ({ persons }: DensityMap): number =>
  persons.reduce((sum, cell) => sum + cell, 0);
