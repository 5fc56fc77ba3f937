import type { ModelEntry } from '@throng/contract';

/** Folding and preprocessing constants change the count by this share at most. */
const TOLERANCE = 0.05;

/** What is wrong with an entry's `parameters`, given those counted in its file. */
export const parameterFault = ({ parameters }: ModelEntry, counted: number): string | undefined =>
  parameters === undefined || Math.abs(counted - parameters) <= TOLERANCE * parameters
    ? undefined
    : `parameters: ${counted} counted in the file, ${parameters} listed; correct the entry`;
