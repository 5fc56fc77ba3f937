import type { AlertPriority } from '@throng/contract';
import { Counter, Gauge, type Registry } from 'prom-client';
import { advanceRate, quietRate } from '../../alerting/alarm-rate.js';
import type { AlertBook, Transition } from '../../alerting/alert-book.js';

const PRIORITIES: readonly AlertPriority[] = ['watch', 'warning', 'critical', 'emergency'];

/** What Prometheus is told of alerts: how many stand, how many came, and whether it is a flood (SPEC AL26). */
export interface AlertMetrics {
  /** Alerts changed at `now`, epoch ms. */
  alerted(transitions: readonly Transition[], now: number): void;
  observe(book: AlertBook, now: number): void;
}

export const createAlertMetrics = (registry: Registry): AlertMetrics => {
  const registers = [registry];
  const active = new Gauge({
    name: 'throng_alerts_active',
    help: 'Active alerts by priority.',
    labelNames: ['priority'],
    registers,
  });
  const raised = new Counter({
    name: 'throng_alerts_raised_total',
    help: 'Alerts raised, or grown worse, by the priority they reached and by kind.',
    labelNames: ['priority', 'kind'],
    registers,
  });
  const lately = new Gauge({
    name: 'throng_alerts_last_10_minutes',
    help: 'Alerts raised or grown worse in the last 10 minutes.',
    registers,
  });
  const flood = new Gauge({
    name: 'throng_alert_flood',
    help: '1 from more than 10 alerts in 10 minutes until fewer than 5.',
    registers,
  });
  let rate = quietRate;
  const tell = (): void => {
    lately.set(rate.times.length);
    flood.set(rate.isFlood ? 1 : 0);
  };
  return {
    alerted: (transitions, now) => {
      for (const { alert, kind } of transitions) {
        if (kind !== 'raised' && kind !== 'escalated') continue;
        raised.inc({ priority: alert.priority, kind: alert.reason.kind });
      }
      rate = advanceRate(rate, transitions, now);
      tell();
    },
    observe: (book, now) => {
      for (const priority of PRIORITIES) {
        const standing = [...book.active.values()];
        active.set({ priority }, standing.filter((alert) => alert.priority === priority).length);
      }
      rate = advanceRate(rate, [], now);
      tell();
    },
  };
};
