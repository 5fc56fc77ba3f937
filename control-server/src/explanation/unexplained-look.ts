import type { VenueForecast } from '../forecast/forecaster.js';

/** A look ahead that nobody has explained yet; `forecast` is null where it failed. */
export interface UnexplainedLook {
  readonly forecast: VenueForecast | null;
  /** When it was made, epoch ms. */
  readonly at: number;
}
