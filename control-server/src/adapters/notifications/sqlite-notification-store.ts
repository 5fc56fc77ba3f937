import type Database from 'better-sqlite3';
import { Compile } from 'typebox/compile';
import type { Delivery } from '../../notifications/delivery.js';
import { Message } from '../../notifications/message.js';
import type {
  LastDelivery,
  NotificationStore,
  PushSubscription,
} from '../../notifications/notification-store.js';
import { NotificationRules } from '../../notifications/rule.js';
import { openDatabase } from '../store/open-database.js';
import { attempt } from '../store/store-fault.js';

const messageShape = Compile(Message);
const rulesShape = Compile(NotificationRules);

interface Row extends Omit<Delivery, 'message'> {
  readonly message: string;
}

/** Of messages that an older release wrote: they were in English and of no drill, and told their time in UTC. */
const SINCE = { language: 'en', drill: false } as const;

/** A message that cannot be read is left out. */
const toDelivery = ({ message: text, ...row }: Row): Delivery[] => {
  const stored = Object(JSON.parse(text));
  const message: unknown = { ...SINCE, when: stored.at, ...stored };
  return messageShape.Check(message) ? [{ ...row, message }] : [];
};

const deliveryTable = (database: Database.Database) => {
  const insert = database.prepare(
    `INSERT INTO notification (key, channel, recipient, message, created_at, next_at, attempts)
     VALUES (@key, @channel, @recipient, @message, @createdAt, @nextAt, @attempts)
     ON CONFLICT DO NOTHING`,
  );
  const waiting = database.prepare<[], Row>(
    `SELECT key, channel, recipient, message, created_at AS createdAt, next_at AS nextAt, attempts
     FROM notification WHERE outcome IS NULL ORDER BY created_at`,
  );
  const postpone = database.prepare(
    'UPDATE notification SET attempts = @attempts, next_at = @nextAt WHERE key = @key',
  );
  const settle = database.prepare(
    `UPDATE notification SET outcome = @outcome, code = @code, settled_at = @at WHERE key = @key`,
  );
  // Of rows with the greatest settled_at SQLite takes the other columns from that very row.
  const last = database.prepare<[], LastDelivery>(
    `SELECT channel, MAX(settled_at) AS at, outcome, code FROM notification
     WHERE outcome IS NOT NULL GROUP BY channel`,
  );
  const forget = database.prepare('DELETE FROM notification WHERE settled_at < ?');
  return {
    add: (delivery: Delivery) =>
      insert.run({ ...delivery, message: JSON.stringify(delivery.message) }).changes === 1,
    waiting: () => waiting.all().flatMap(toDelivery),
    postpone: ({ attempts, key, nextAt }: Delivery): void =>
      void postpone.run({ attempts, key, nextAt }),
    settle: (key: string, end: object): void => void settle.run({ key, ...end }),
    last: () => last.all(),
    forget: (before: number): void => void forget.run(before),
  };
};

const subscriptionTable = (database: Database.Database) => {
  const all = database.prepare<[], PushSubscription>(
    `SELECT id, endpoint, p256dh, auth, account, session, created_at AS createdAt
     FROM push_subscription ORDER BY created_at`,
  );
  const upsert = database.prepare(
    `INSERT OR REPLACE INTO push_subscription
     VALUES (@id, @endpoint, @p256dh, @auth, @account, @session, @createdAt)`,
  );
  const remove = database.prepare('DELETE FROM push_subscription WHERE id = ?');
  return {
    all: () => all.all(),
    add: (subscription: PushSubscription): void => void upsert.run(subscription),
    remove: (id: string): void => void remove.run(id),
  };
};

const ruleTable = (database: Database.Database) => {
  const get = database.prepare<[], { rules: string; by: string; at: number }>(
    'SELECT rules, set_by AS "by", set_at AS at FROM notification_rules',
  );
  const set = database.prepare(
    'INSERT OR REPLACE INTO notification_rules VALUES (1, @rules, @by, @at)',
  );
  const clear = database.prepare('DELETE FROM notification_rules');
  return {
    get: () => {
      const row = get.get();
      if (row === undefined) return undefined;
      const rules: unknown = JSON.parse(row.rules);
      return rulesShape.Check(rules) ? { ...row, rules } : undefined;
    },
    set: (rules: string, by: string, at: number): void => void set.run({ rules, by, at }),
    clear: (): void => void clear.run(),
  };
};

/**
 * Opens what notifications keep, in the store's file, over a connection of its own.
 *
 * @throws when the file cannot be opened.
 */
export const openNotificationStore = (file: string): NotificationStore => {
  const database = openDatabase(file);
  const deliveries = deliveryTable(database);
  const subscriptions = subscriptionTable(database);
  const rules = ruleTable(database);
  return {
    add: (delivery) => attempt(database, () => deliveries.add(delivery)),
    waiting: () => attempt(database, () => deliveries.waiting()),
    postpone: (delivery) => attempt(database, () => deliveries.postpone(delivery)),
    settle: ({ key }, end) => attempt(database, () => deliveries.settle(key, end)),
    lastDeliveries: () => attempt(database, () => deliveries.last()),
    forget: (before) => attempt(database, () => deliveries.forget(before)),
    subscriptions: () => attempt(database, () => subscriptions.all()),
    subscribe: (subscription) => attempt(database, () => subscriptions.add(subscription)),
    unsubscribe: (id) => attempt(database, () => subscriptions.remove(id)),
    rules: () => attempt(database, () => rules.get()),
    setRules: (set) =>
      attempt(database, () => rules.set(JSON.stringify(set.rules), set.by, set.at)),
    clearRules: () => attempt(database, () => rules.clear()),
    close: () => database.close(),
  };
};
