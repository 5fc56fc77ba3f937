import { momentAt } from '@throng/contract';
import type { Transition } from '../alerting/alert-book.js';
import type { Clock } from '../clock.js';
import type { Language } from '../language.js';
import type { VenuePlan } from '../venue-plan/venue-plan.js';
import { type Cooldowns, noCooldowns } from './cooldown.js';
import type { Courier } from './courier.js';
import type { SendOutcome } from './delivery.js';
import type { NotificationStore, RulesAsSet } from './notification-store.js';
import { occurrenceOf } from './occurrence.js';
import { planDeliveries, type Recipient } from './plan-deliveries.js';
import type { NotificationRule } from './rule.js';
import { type Telling, tell, testMessage } from './tell.js';

export interface NotifierParts {
  readonly plan: () => VenuePlan;
  readonly clock: Clock;
  readonly timeZone: string;
  readonly store: Pick<NotificationStore, 'rules'>;
  readonly courier: Pick<Courier, 'accept' | 'sendNow' | 'withdrawDrill'>;
  /** Rules where none were set on the page. */
  readonly rules: readonly NotificationRule[];
  /** Who is told by push, now. */
  readonly recipients: () => readonly Recipient[];
  /** In which a channel tells. */
  readonly languageOf: (channel: string) => Language;
}

/** Has people told of a drill, until it ends. */
export interface DrillTeller {
  hear(transitions: readonly Transition[]): void;
  /** What still waits is told no more. */
  end(): void;
}

/** What is told apart: the venue, and each drill. Neither silences the other. */
interface Lane {
  readonly isDrill: boolean;
  cooldowns: Cooldowns;
}

/** Listens to the alerts, and has those told who must know. */
export class Notifier {
  readonly #parts: NotifierParts;
  readonly #venue: Lane = { isDrill: false, cooldowns: noCooldowns };
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
    this.#tell(transitions, this.#venue);
  }

  /** Has people told of a drill too: whoever began it asked for that (SPEC DR6). */
  drill(): DrillTeller {
    const lane: Lane = { isDrill: true, cooldowns: noCooldowns };
    return {
      hear: (transitions) => this.#tell(transitions, lane),
      end: () => this.#parts.courier.withdrawDrill(),
    };
  }

  /** Sends a test by a channel now, to everybody it tells or to one recipient. */
  test(channel: string, recipient: string | null): Promise<SendOutcome> {
    const { clock, courier, languageOf, recipients } = this.#parts;
    const now = clock.now();
    const owner = recipients().find(({ id }) => id === recipient);
    this.#tests += 1;
    return courier.sendNow({
      key: ['test', now, this.#tests, channel, recipient ?? '*'].join(' '),
      channel,
      recipient,
      message: testMessage(this.#telling(owner?.language ?? languageOf(channel), false)),
      createdAt: now,
      attempts: 0,
      nextAt: now,
    });
  }

  #tell(transitions: readonly Transition[], lane: Lane): void {
    const occurrences = transitions.flatMap((transition) => occurrenceOf(transition) ?? []);
    if (occurrences.length === 0) return;
    const { clock, courier, languageOf, plan, recipients, timeZone } = this.#parts;
    const at = clock.now();
    const world = {
      ...{ rules: this.rules, recipients: recipients(), languageOf },
      moment: { at, timeZone, phase: momentAt(plan().calendar, at)?.phase.id },
    };
    for (const { key, ...occurrence } of occurrences) {
      const planned = planDeliveries(
        { ...occurrence, key: lane.isDrill ? `drill ${key}` : key },
        {
          ...world,
          tell: (about, alert, language) =>
            tell(about, alert, this.#telling(language, lane.isDrill)),
        },
        lane.cooldowns,
      );
      lane.cooldowns = planned.cooldowns;
      courier.accept(planned.deliveries);
    }
  }

  #telling(language: Language, isDrill: boolean): Telling {
    const { clock, plan, timeZone } = this.#parts;
    return { venue: plan().venue, language, timeZone, now: clock.now(), isDrill };
  }
}
