import { Counter, Gauge, type Registry } from 'prom-client';
import type { Settled } from '../../notifications/courier.js';

export interface NotificationMetrics {
  settled(channel: string, outcome: Settled): void;
  waiting(count: number): void;
}

export const createNotificationMetrics = (registry: Registry): NotificationMetrics => {
  const registers = [registry];
  const notifications = new Counter({
    name: 'throng_notifications_total',
    help: 'Notifications by channel, and whether they were sent, failed, or dropped because too many waited.',
    labelNames: ['channel', 'outcome'],
    registers,
  });
  const waiting = new Gauge({
    name: 'throng_notifications_waiting',
    help: 'Notifications that wait to be sent, or to be tried again.',
    registers,
  });
  return {
    settled: (channel, outcome) => notifications.inc({ channel, outcome }),
    waiting: (count) => waiting.set(count),
  };
};
