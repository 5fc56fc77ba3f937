import { alertInSight } from '../../access/alert-in-sight.js';
import type { AccessParts } from '../../access/ports.js';
import { OPEN_PRINCIPAL, type Principal } from '../../access/principal.js';
import type { Role } from '../../access/role.js';
import { isSessionOver } from '../../access/session.js';
import type { Sights } from '../../access/sights.js';
import type { Language } from '../../language.js';
import type {
  NotificationStore,
  PushSubscription,
} from '../../notifications/notification-store.js';
import type { Recipient } from '../../notifications/plan-deliveries.js';

export interface RecipientParts {
  readonly access: Pick<AccessParts, 'store' | 'clock' | 'limits'>;
  readonly store: Pick<NotificationStore, 'subscriptions'>;
  readonly sights: Pick<Sights, 'of'>;
  readonly isOpen: boolean;
  /** Of those who have chosen none. */
  readonly language: Language;
}

interface Holder extends Pick<Principal, 'zones'> {
  readonly role: Role;
  readonly language: Language | null;
}

/** Whose browser it is; nobody once that session has ended: being told is no use of it. */
const holderOf = (
  { access, isOpen }: RecipientParts,
  { session: hash }: PushSubscription,
): Holder | undefined => {
  if (hash === null) {
    return isOpen ? { role: 'admin', zones: OPEN_PRINCIPAL.zones, language: null } : undefined;
  }
  const session = access.store.session(hash);
  if (!session.ok || session.value === undefined) return undefined;
  if (isSessionOver(session.value, access.limits, access.clock.now())) return undefined;
  const stored = access.store.account(session.value.account);
  if (!stored.ok || stored.value === undefined || stored.value.account.disabled) return undefined;
  return stored.value.account;
};

/** Everybody who is told by push, each with what the account may see. */
export const pushRecipients = (parts: RecipientParts): readonly Recipient[] => {
  const subscriptions = parts.store.subscriptions();
  if (!subscriptions.ok) return [];
  return subscriptions.value.flatMap((subscription) => {
    const holder = holderOf(parts, subscription);
    if (holder === undefined) return [];
    const sight = parts.sights.of(holder);
    const { language, role } = holder;
    return [
      {
        ...{ id: subscription.id, role, language: language ?? parts.language },
        see: (alert) => alertInSight(alert, sight),
      },
    ];
  });
};

/** The subscription of an id, while its holder may still be told. */
export const goodSubscription = (
  parts: RecipientParts,
  id: string,
): PushSubscription | undefined => {
  const subscriptions = parts.store.subscriptions();
  const found = subscriptions.ok ? subscriptions.value.find((each) => each.id === id) : undefined;
  return found === undefined || holderOf(parts, found) === undefined ? undefined : found;
};
