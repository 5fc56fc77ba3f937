import type { Message } from './message.js';

/** One message on its way to one recipient. */
export interface Delivery {
  /** Change of the alert, channel and recipient: what is told once. */
  readonly key: string;
  readonly channel: string;
  /** Id of a push subscription; null where the channel itself knows whom it tells. */
  readonly recipient: string | null;
  readonly message: Message;
  readonly createdAt: number;
  /** Attempts that failed so far. */
  readonly attempts: number;
  /** When to try (again), epoch ms. */
  readonly nextAt: number;
}

/** How an attempt went. `code` is a word for people and programs, never what the other side said. */
export type SendOutcome =
  | { readonly ok: true }
  | {
      readonly ok: false;
      readonly code: string;
      /** Trying again may help. */
      readonly retry: boolean;
      /** The other side asked for so much patience, ms. */
      readonly retryAfter?: number;
      /** The recipient is no more. */
      readonly gone?: boolean;
    };

export const failed = (code: string, retry: boolean): SendOutcome => ({ ok: false, code, retry });

/** A way to tell people something. */
export interface Channel {
  readonly id: string;
  readonly kind: 'push' | 'email' | 'webhook' | 'slack' | 'teams';
  /** Never throws, and answers within seconds. */
  send(delivery: Delivery): Promise<SendOutcome>;
}
