export { type BacktestResult, rehearseVenue, scoreEvenings } from './backtest.js';
export type { EveningRecord } from './evening-record.js';
export { readVenue } from './read-venue.js';
export { DOORS_AT } from './rehearse-evening.js';
