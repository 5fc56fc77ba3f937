import type { Outlook } from './horizons.js';

/** What is expected of one outlook, per zone, persons/m². A peak is the highest density that holds for 30 s. */
export interface OutlookForecast extends Outlook {
  readonly density: Float64Array;
  /** Half-widths of the intervals that hold 80 % and 95 % of outcomes. */
  readonly half80: Float64Array;
  readonly half95: Float64Array;
  /** Expected absolute error. */
  readonly error: Float64Array;
}
