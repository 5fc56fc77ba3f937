import { fail, ok } from '@throng/contract';
import type { Delivery } from '../../../../control-server/src/notifications/delivery.js';
import type { NotificationStore } from '../../../../control-server/src/notifications/notification-store.js';

/** A store in memory; it fails while `isBroken`. */
export const memoryNotifications = () => {
  const kept = new Map<string, { delivery: Delivery; outcome: string | null }>();
  const removed: string[] = [];
  const state = { isBroken: false };
  const done = <Value>(value: Value) =>
    state.isBroken ? fail('io' as const, 'broken') : ok(value);
  const store: NotificationStore = {
    add: (delivery) => {
      if (state.isBroken || kept.has(delivery.key)) return done(false);
      kept.set(delivery.key, { delivery, outcome: null });
      return done(true);
    },
    waiting: () =>
      done([...kept.values()].filter(({ outcome }) => outcome === null).map((row) => row.delivery)),
    postpone: (delivery) => done(void kept.set(delivery.key, { delivery, outcome: null })),
    settle: (delivery, { outcome }) => done(void kept.set(delivery.key, { delivery, outcome })),
    lastDeliveries: () => done([]),
    forget: () => done(undefined),
    subscriptions: () => done([]),
    subscribe: () => done(undefined),
    unsubscribe: (id) => done(void removed.push(id)),
    rules: () => done(undefined),
    setRules: () => done(undefined),
    clearRules: () => done(undefined),
    close: () => undefined,
  };
  return { store, kept, removed, state };
};
