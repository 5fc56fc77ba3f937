import { fromTimestamp, type MeasurementWindow } from '@throng/contract';

/** End of the window by the time of capture, epoch ms: the moment the measurement speaks of. */
export const windowEnd = (window: MeasurementWindow): number =>
  fromTimestamp(window.start) + window.seconds * 1_000;
