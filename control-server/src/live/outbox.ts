import { type Changes, isEmpty, mergeChanges, noChanges } from './live-feed.js';

/**
 * What one client still has to be told. Each client counts its own messages, so that merging for
 * a slow one leaves no gap in its numbers.
 */
export interface Outbox {
  /** Number of the next message. */
  readonly next: number;
  /** Held back while the client does not keep up. */
  readonly held: Changes;
}

export const openOutbox: Outbox = { next: 0, held: noChanges };

/** A client that owes more alert transitions than this is given up: it has stopped reading. */
export const MAX_HELD_ALERTS = 5_000;

/** What to do with changes: send them under a number, hold them, or give the client up. */
export type Dispatch =
  | { readonly kind: 'send'; readonly sequence: number; readonly changes: Changes }
  | { readonly kind: 'hold' }
  | { readonly kind: 'give-up' };

/**
 * Hands changes to a client. While it is slow they are merged: the latest value per key, and every
 * alert transition (KEEP_LATEST_PER_KEY); they follow in one message once it has drained. Empty
 * changes are sent too: they tell the page that nothing has changed, rather than that nobody is there.
 */
export const dispatch = (
  outbox: Outbox,
  changes: Changes,
  slow: boolean,
): readonly [Outbox, Dispatch] => {
  const nothingHeld = isEmpty(outbox.held);
  if (!slow) {
    const due = nothingHeld ? changes : mergeChanges(outbox.held, changes);
    const sequence = outbox.next;
    return [
      { next: sequence + 1, held: noChanges },
      { kind: 'send', sequence, changes: due },
    ];
  }
  const held = nothingHeld ? changes : mergeChanges(outbox.held, changes);
  const next = { ...outbox, held };
  return [next, { kind: held.alerts.length > MAX_HELD_ALERTS ? 'give-up' : 'hold' }];
};
