import type { Provider } from '@throng/inference';

/** What both evaluations are told on the command line. */
export interface EvalOptions {
  readonly data: string;
  readonly model?: string;
  readonly manifest: string;
  readonly provider: Provider;
  readonly threads: number;
  /** Pictures or frames to look at, spread over all; Infinity for all. */
  readonly limit: number;
  readonly report?: string;
  readonly json: boolean;
}
