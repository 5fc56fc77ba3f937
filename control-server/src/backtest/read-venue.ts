import type { Checked } from '@throng/contract';
import { parseSimulatedVenue, type SimulatedVenue } from '@throng/simulation';

export type { SimulatedVenue };

/** A simulated venue from a file's content; every fault at once. */
export const readVenue = (content: unknown): Checked<SimulatedVenue> =>
  parseSimulatedVenue(content);
