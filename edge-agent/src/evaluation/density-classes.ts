import { type FrameCount, mean, scoreCounts } from './count-score.js';

/** How well frames of one class of true density were counted. */
export interface DensityClass {
  /** Mean true persons/m² in view. */
  readonly density: number;
  readonly frames: number;
  /** Mean |counted − true| / true. */
  readonly relativeError: number;
  /** Mean (counted − true) / true. */
  readonly relativeBias: number;
  readonly coverage80: number;
}

/** Persons/m² between the classes, so that 0.2, 0.5, 1, 2, 3, 4 and 5 lie inside them. */
const BOUNDS = [0.1, 0.35, 0.75, 1.5, 2.5, 3.5, 4.5, Number.POSITIVE_INFINITY];

const densityOf = ({ squareMetres, truth }: FrameCount): number => truth / squareMetres;

/** Counts by how dense it truly was; frames without people, and classes without frames, are left out. */
export const scoreByDensity = (counts: readonly FrameCount[]): DensityClass[] =>
  BOUNDS.flatMap((upper, index) => {
    const lower = BOUNDS[index - 1] ?? 0;
    const here = counts.filter((count) => {
      const density = densityOf(count);
      return density > lower && density <= upper;
    });
    if (here.length === 0) return [];
    const errors = here.map(({ counted, truth }) => (counted - truth) / truth);
    return [
      {
        density: mean(here.map(densityOf)),
        frames: here.length,
        relativeError: mean(errors.map(Math.abs)),
        relativeBias: mean(errors),
        coverage80: scoreCounts(here).coverage80,
      },
    ];
  });
