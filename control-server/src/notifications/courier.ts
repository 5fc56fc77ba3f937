import { type Act, type Recorder, SERVER } from '../audit/recorder.js';
import type { Clock } from '../clock.js';
import { nextAttempt } from './backoff.js';
import type { Channel, Delivery, SendOutcome } from './delivery.js';
import type { NotificationStore } from './notification-store.js';
import { Outbox } from './outbox.js';

/** Messages under way at once. */
const AT_ONCE = 8;

/** What became of a message, for whoever counts. */
export type Settled = 'sent' | 'failed' | 'dropped';

export interface CourierParts {
  readonly channels: ReadonlyMap<string, Channel>;
  readonly store: NotificationStore;
  readonly recorder: Pick<Recorder, 'note'>;
  readonly clock: Clock;
  readonly random: () => number;
  readonly onSettled: (channel: string, settled: Settled) => void;
}

/** Brings messages to their recipients: again where it failed, each once, and all on record. */
export class Courier {
  readonly #parts: CourierParts;
  readonly #outbox = new Outbox();
  #drillOverAt = -Infinity;

  constructor(parts: CourierParts) {
    this.#parts = parts;
    const waiting = parts.store.waiting();
    if (waiting.ok) for (const delivery of waiting.value) this.#outbox.add(delivery);
    this.withdrawDrill();
  }

  get waiting(): number {
    return this.#outbox.size;
  }

  /** Takes messages in. Where the store fails they are told all the same: then rather twice than never. */
  accept(deliveries: readonly Delivery[]): void {
    for (const delivery of deliveries) {
      if (this.#outbox.knows(delivery.key)) continue;
      const added = this.#parts.store.add(delivery);
      if (added.ok && !added.value) continue;
      const dropped = this.#outbox.add(delivery);
      if (dropped !== undefined) this.#end(dropped, 'dropped', 'queue-full');
    }
  }

  /** Gives up what waits of a drill: it is over, and ends with the server (SPEC DR8). */
  withdrawDrill(): void {
    this.#drillOverAt = this.#parts.clock.now();
    for (const delivery of this.#outbox.idle) {
      if (delivery.message.drill) this.#end(delivery, 'dropped', 'drill-over');
    }
  }

  /** Sends what is due; resolved once that has been tried. */
  async pump(): Promise<void> {
    const due = this.#outbox.take(this.#parts.clock.now(), AT_ONCE);
    await Promise.all(due.map((delivery) => this.#deliver(delivery)));
  }

  /** Sends one message now, once, and tells how that went: for a test of the channel. */
  async sendNow(delivery: Delivery): Promise<SendOutcome> {
    const outcome = await this.#send(delivery);
    this.#parts.store.add(delivery);
    if (outcome.ok) this.#end(delivery, 'sent', null);
    else this.#end(delivery, 'failed', outcome.code);
    return outcome;
  }

  async #send(delivery: Delivery): Promise<SendOutcome> {
    const channel = this.#parts.channels.get(delivery.channel);
    return (await channel?.send(delivery)) ?? { ok: false, code: 'no-such-channel', retry: false };
  }

  async #deliver(delivery: Delivery): Promise<void> {
    const { clock, random, store } = this.#parts;
    const outcome = await this.#send(delivery);
    if (outcome.ok) return this.#end(delivery, 'sent', null);
    if (outcome.gone === true && delivery.recipient !== null) store.unsubscribe(delivery.recipient);
    const isOver = delivery.message.drill && delivery.createdAt <= this.#drillOverAt;
    if (!outcome.retry || isOver) return this.#end(delivery, 'failed', outcome.code);
    const tried = { ...delivery, attempts: delivery.attempts + 1 };
    const nextAt = nextAttempt(tried, clock.now(), random(), outcome.retryAfter);
    if (nextAt === undefined) return this.#end(tried, 'failed', outcome.code);
    this.#outbox.postpone({ ...tried, nextAt });
    store.postpone({ ...tried, nextAt });
  }

  #end(delivery: Delivery, settled: Settled, code: string | null): void {
    const { clock, onSettled, recorder, store } = this.#parts;
    this.#outbox.settle(delivery.key);
    store.settle(delivery, {
      outcome: settled === 'sent' ? 'sent' : 'failed',
      code,
      at: clock.now(),
    });
    onSettled(delivery.channel, settled);
    recorder.note(settlementOf(delivery, settled, code));
  }
}

const settlementOf = (
  { attempts, channel, message }: Delivery,
  settled: Settled,
  code: string | null,
): Act => ({
  actor: SERVER,
  action: settled === 'sent' ? 'notification-sent' : 'notification-failed',
  subject: `${message.drill ? 'drill/' : ''}${message.alert ?? 'test'}`,
  outcome: settled === 'sent' ? 'done' : 'failed',
  details: {
    channel,
    priority: message.priority,
    mode: message.kind,
    attempt: attempts + (settled === 'sent' ? 1 : 0),
    ...(code === null ? {} : { reason: code }),
  },
});
