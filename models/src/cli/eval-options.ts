import type { Provider } from '../ports/inference-session.js';

/** What both evaluations are told on the command line. */
export interface EvalOptions {
  readonly data: string;
  readonly model?: string;
  readonly manifest: string;
  readonly provider: Provider;
  readonly threads: number;
  /** Pictures or frames to look at, from the first on; Infinity for all. */
  readonly limit: number;
  readonly report?: string;
  readonly json: boolean;
}

/** Confidence below which detections do not count, where neither entry nor command line say. */
export const LEAST_SCORE = 0.4;
