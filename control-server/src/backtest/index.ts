export { type BacktestResult, rehearseVenue, scoreEvenings } from './backtest.js';
export type { EveningRecord } from './evening-record.js';
export type { EveningTally } from './evening-tally.js';
export { type FittedCurves, fitPassCurves } from './fit/fit-pass-curves.js';
export { type FittedWeights, fitPriorWeights } from './fit/fit-prior-weights.js';
export { readVenue, type SimulatedVenue } from './read-venue.js';
export { backtestPage } from './report/backtest-page.js';
export { makeReport } from './report/make-report.js';
export {
  type SimulatedEvening,
  type SimulatedTick,
  simulateEvening,
} from './simulated-evening.js';
export { truthLine } from './truth-line.js';
