import type { BacktestResult } from '../backtest.js';
import type { Case } from './pick-cases.js';
import type { Storyline } from './storyline.js';

/** Everything that the page tells. */
export interface BacktestReport {
  readonly overall: BacktestResult;
  readonly venues: readonly BacktestResult[];
  /** Names of the venues' zones and of the venues themselves, by id. */
  readonly names: { readonly zone: (venue: string, zone: string) => string };
  readonly cases: readonly Case[];
  readonly stories: readonly Storyline[];
  readonly made: {
    /** The command line that makes this page again. */
    readonly command: string;
    readonly throng: string;
    readonly node: string;
    /** Evenings rehearsed, and those that were asked for. */
    readonly done: number;
    readonly asked: number;
  };
}
