import type { Result } from '@throng/contract';
import type { StoreFault } from '../store/measurement-store.js';
import type { Delivery } from './delivery.js';
import type { NotificationRule } from './rule.js';

export type NotificationResult<Value> = Result<Value, StoreFault>;

/** A browser that said yes to push. `p256dh` and `auth` are its keys, base64url (RFC 8291). */
export interface PushSubscription {
  readonly id: string;
  readonly endpoint: string;
  readonly p256dh: string;
  readonly auth: string;
  readonly account: string;
  /** The session's stored hash; null with open access. */
  readonly session: string | null;
  readonly createdAt: number;
}

/** How the last delivery of a channel went. */
export interface LastDelivery {
  readonly channel: string;
  readonly at: number;
  readonly outcome: 'sent' | 'failed';
  readonly code: string | null;
}

export interface RulesAsSet {
  readonly rules: readonly NotificationRule[];
  readonly by: string;
  readonly at: number;
}

/** Where it is kept what was told, what waits, who is told by push, and by which rules. */
export interface NotificationStore {
  /** False where that was told, or waits, already. */
  add(delivery: Delivery): NotificationResult<boolean>;
  waiting(): NotificationResult<readonly Delivery[]>;
  postpone(delivery: Delivery): NotificationResult<void>;
  settle(
    delivery: Delivery,
    end: { readonly outcome: 'sent' | 'failed'; readonly code: string | null; readonly at: number },
  ): NotificationResult<void>;
  lastDeliveries(): NotificationResult<readonly LastDelivery[]>;
  /** Erases what was settled before, epoch ms. */
  forget(before: number): NotificationResult<void>;

  subscriptions(): NotificationResult<readonly PushSubscription[]>;
  /** A newer one of the same endpoint takes the place of the older. */
  subscribe(subscription: PushSubscription): NotificationResult<void>;
  unsubscribe(id: string): NotificationResult<void>;

  /** Undefined where nobody has set any. */
  rules(): NotificationResult<RulesAsSet | undefined>;
  setRules(set: RulesAsSet): NotificationResult<void>;
  clearRules(): NotificationResult<void>;
  close(): void;
}
