import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { RefusalReason } from '../../admission/refusal.js';
import type { ProcessingState } from '../../processing/processing-state.js';
import { type AlertMetrics, createAlertMetrics } from './alert-metrics.js';
import { createToldMetrics, type ToldMetrics } from './told-metrics.js';

/** What the server tells Prometheus, in base units. */
export interface ServerMetrics extends Pick<AlertMetrics, 'alerted'>, ToldMetrics {
  readonly registry: Registry;
  /** A window was admitted `lagSeconds` after its end, live or as history. */
  admitted(lagSeconds: number, isLate: boolean): void;
  refused(reason: RefusalReason): void;
  /** The venue was looked ahead in so many seconds. */
  foreseen(seconds: number, ok: boolean): void;
  /** So many former evenings are learnt from. */
  remembers(evenings: number): void;
  stored(seconds: number, ok: boolean): void;
  rowsWaiting(waiting: number, lost: number): void;
  clients(connected: number): void;
  /** A second has passed, at `now`, epoch ms. */
  observe(state: ProcessingState, now: number): void;
}

export const createServerMetrics = (): ServerMetrics => {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const windows = new Counter({
    name: 'throng_windows_admitted_total',
    help: 'Measurement windows admitted, live and late.',
    registers,
  });
  const late = new Counter({
    name: 'throng_windows_late_total',
    help: 'Measurement windows admitted as history only.',
    registers,
  });
  const refusals = new Counter({
    name: 'throng_messages_refused_total',
    help: 'Messages refused, by reason.',
    labelNames: ['reason'],
    registers,
  });
  const lag = new Histogram({
    name: 'throng_window_lag_seconds',
    help: 'From the end of a live window to its admission.',
    buckets: [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 60],
    registers,
  });
  const writes = new Histogram({
    name: 'throng_store_write_seconds',
    help: 'Duration of the transaction of one tick.',
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.5, 1],
    registers,
  });
  const looks = new Histogram({
    name: 'throng_forecast_seconds',
    help: 'Duration of a look ahead over the whole venue.',
    buckets: [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.02, 0.05, 0.1, 0.5],
    registers,
  });
  const gauge = (name: string, help: string, labelNames: string[] = []) =>
    new Gauge({ name, help, labelNames, registers });
  const counter = (name: string, help: string) => new Counter({ name, help, registers });
  const failures = counter('throng_store_write_failures_total', 'Ticks that could not be written.');
  const lost = counter('throng_store_rows_lost_total', 'Rows given up with the write buffer full.');
  const blindLooks = counter('throng_forecast_failures_total', 'Looks ahead that failed.');
  const waitingRows = gauge('throng_store_rows_waiting', 'Rows waiting to be written.');
  const sockets = gauge('throng_live_clients', 'Clients on the live channel.');
  const zonesUnknown = gauge('throng_zones_unknown', 'Zones without a reading.');
  const zonesForeseen = gauge('throng_zones_forecast', 'Zones with a forecast.');
  const unexplained = gauge(
    'throng_explanations_put_off',
    'Zones that warn or alarm and wait for a later look to be explained.',
  );
  const formerEvenings = gauge('throng_former_evenings', 'Former evenings learnt from now.');
  const cameras = gauge('throng_cameras', 'Cameras by state.', ['state']);
  const alerts = createAlertMetrics(registry);
  let lostBefore = 0;
  return {
    registry,
    ...createToldMetrics(registry),
    admitted: (lagSeconds, isLate) => {
      windows.inc();
      // History of an outage would hide how fast live windows come.
      if (isLate) late.inc();
      else lag.observe(Math.max(0, lagSeconds));
    },
    refused: (reason) => refusals.inc({ reason }),
    foreseen: (seconds, wasOk) => {
      looks.observe(seconds);
      if (!wasOk) blindLooks.inc();
    },
    remembers: (evenings) => formerEvenings.set(evenings),
    stored: (seconds, wasOk) => {
      writes.observe(seconds);
      if (!wasOk) failures.inc();
    },
    rowsWaiting: (waiting, lostNow) => {
      waitingRows.set(waiting);
      lost.inc(lostNow - lostBefore);
      lostBefore = lostNow;
    },
    clients: (connected) => sockets.set(connected),
    alerted: alerts.alerted,
    observe: (state, now) => {
      zonesUnknown.set(state.zones.filter((zone) => zone.reading === null).length);
      const foreseen = state.forecasts.filter(({ shown }) => shown?.ahead != null);
      zonesForeseen.set(foreseen.length);
      unexplained.set(state.explanations.putOff);
      const byState = new Map<string, number>();
      for (const each of state.conditions)
        byState.set(each.state, (byState.get(each.state) ?? 0) + 1);
      cameras.reset();
      for (const [condition, count] of byState) cameras.set({ state: condition }, count);
      alerts.observe(state.alerts, now);
    },
  };
};
