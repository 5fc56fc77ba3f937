import { Histogram, type Registry } from 'prom-client';
import type { ProcessingState } from '../../processing/processing-state.js';

/** How old what is told is: from the capture of a window's last moment to its being told on. */
export interface ToldMetrics {
  /** The pages have been told of this state, at `now`, epoch ms. */
  told(state: Pick<ProcessingState, 'cameras'>, now: number): void;
  /** People have been told of an alert, `seconds` after the newest window behind it was captured. */
  alertTold(seconds: number): void;
}

const BUCKETS = [0.25, 0.5, 0.75, 1, 1.5, 2, 3, 5, 10, 30];

export const createToldMetrics = (registry: Registry): ToldMetrics => {
  const registers = [registry];
  const windows = new Histogram({
    name: 'throng_capture_to_told_seconds',
    help: 'From the end of a live window, by the time of capture, to the pages being told of it.',
    buckets: BUCKETS,
    registers,
  });
  const alerts = new Histogram({
    name: 'throng_alert_capture_to_told_seconds',
    help: 'From the newest window behind an alert that was raised or grew worse to its being told.',
    buckets: BUCKETS,
    registers,
  });
  let last: readonly number[] = [];
  return {
    told: ({ cameras }, now) => {
      for (const [index, { deliveries }] of cameras.entries()) {
        const { newestEnd } = deliveries;
        if (!Number.isFinite(newestEnd) || newestEnd === last[index]) continue;
        windows.observe(Math.max(0, (now - newestEnd) / 1_000));
      }
      last = cameras.map(({ deliveries }) => deliveries.newestEnd);
    },
    alertTold: (seconds) => alerts.observe(Math.max(0, seconds)),
  };
};
