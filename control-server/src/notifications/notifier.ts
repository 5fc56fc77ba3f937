import { momentAt, type VenueDefinition } from '@throng/contract';
import type { Transition } from '../alerting/alert-book.js';
import type { Clock } from '../clock.js';
import type { VenuePlan } from '../venue-plan/venue-plan.js';
import { noCooldowns } from './cooldown.js';
import type { Courier } from './courier.js';
import type { SendOutcome } from './delivery.js';
import type { NotificationStore, RulesAsSet } from './notification-store.js';
import { occurrenceOf } from './occurrence.js';
import { planDeliveries, type Recipient } from './plan-deliveries.js';
import type { NotificationRule } from './rule.js';
import { tell, testMessage } from './tell.js';

export interface NotifierParts {
  readonly plan: () => VenuePlan;
  readonly clock: Clock;
  readonly timeZone: string;
  readonly store: Pick<NotificationStore, 'rules'>;
  readonly courier: Pick<Courier, 'accept' | 'sendNow'>;
  /** Rules where none were set on the page. */
  readonly rules: readonly NotificationRule[];
  /** Who is told by push, now. */
  readonly recipients: () => readonly Recipient[];
}

/** Listens to the alerts, and has those told who must know. */
export class Notifier {
  readonly #parts: NotifierParts;
  #cooldowns = noCooldowns;
  #lastSet: RulesAsSet | undefined;
  #tests = 0;

  constructor(parts: NotifierParts) {
    this.#parts = parts;
  }

  /** Rules that were set on the page; undefined where those of the venue file are in force. */
  get rulesAsSet(): RulesAsSet | undefined {
    const set = this.#parts.store.rules();
    // A store that cannot be read changes no rule.
    if (set.ok) this.#lastSet = set.value;
    return this.#lastSet;
  }

  get rules(): readonly NotificationRule[] {
    return this.rulesAsSet?.rules ?? this.#parts.rules;
  }

  /** Alerts changed: what is to be told of it is under way, and kept, when this returns. */
  hear(transitions: readonly Transition[]): void {
    const occurrences = transitions.flatMap((transition) => occurrenceOf(transition) ?? []);
    if (occurrences.length === 0) return;
    const { clock, courier, plan, recipients, timeZone } = this.#parts;
    const { calendar, venue } = plan();
    const at = clock.now();
    const world = {
      rules: this.rules,
      recipients: recipients(),
      moment: { at, timeZone, phase: momentAt(calendar, at)?.phase.id },
    };
    for (const occurrence of occurrences) {
      const planned = planDeliveries(
        occurrence,
        { ...world, tell: (about, alert) => tell(about, alert, venue, at) },
        this.#cooldowns,
      );
      this.#cooldowns = planned.cooldowns;
      courier.accept(planned.deliveries);
    }
  }

  /** Sends a test by a channel now, to everybody it tells or to one recipient. */
  test(channel: string, recipient: string | null): Promise<SendOutcome> {
    const { clock, courier, plan } = this.#parts;
    const now = clock.now();
    const venue: VenueDefinition = plan().venue;
    this.#tests += 1;
    return courier.sendNow({
      key: ['test', now, this.#tests, channel, recipient ?? '*'].join(' '),
      channel,
      recipient,
      message: testMessage(venue, now),
      createdAt: now,
      attempts: 0,
      nextAt: now,
    });
  }
}
