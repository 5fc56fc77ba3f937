import type { EdgeHealth, EdgeStatus, MeasurementWindow } from '@throng/contract';
import type { StoreCondition } from '../alerting/store-alert.js';
import type { VenueForecast } from '../forecast/forecaster.js';

/** Everything that can happen to a venue's state. */
export type Input =
  | { readonly kind: 'window'; readonly window: MeasurementWindow }
  | {
      readonly kind: 'status';
      readonly venue: string;
      readonly edge: string;
      readonly status: EdgeStatus;
    }
  | {
      readonly kind: 'health';
      readonly health: EdgeHealth;
      /** The broker had kept it: it may be old. */
      readonly retained: boolean;
    }
  /** How the last write to the store went. */
  | { readonly kind: 'store'; readonly condition: StoreCondition }
  /** The venue was looked ahead, every 10 s; null where that failed. */
  | { readonly kind: 'forecast'; readonly forecast: VenueForecast | null }
  /** Time passes: zones are measured, alerts are judged. Once a second. */
  | { readonly kind: 'tick' };
