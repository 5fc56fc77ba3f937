import type { AlertPriority } from '@throng/contract';
import type { Delivery } from './delivery.js';

/** Messages that wait. DROP_LEAST_URGENT: the least grave, and of these the oldest, gives way. */
export const MAX_WAITING = 1_000;
/** Keys remembered where the store cannot tell what was told. */
const MAX_KNOWN = 20_000;

const RISING: readonly AlertPriority[] = ['watch', 'warning', 'critical', 'emergency'];
/** Nothing of a drill goes before what is real (SPEC DR8). */
const urgency = ({ message: { drill, kind, priority } }: Delivery): number => {
  const isCall = kind === 'help-called' || kind === 'unanswered';
  return (isCall ? RISING.length : RISING.indexOf(priority)) - (drill ? RISING.length + 1 : 0);
};

/** What waits to be told, in memory; the store holds the same, for after a restart. */
export class Outbox {
  readonly #waiting = new Map<string, Delivery>();
  readonly #known = new Set<string>();
  readonly #underWay = new Set<string>();

  get size(): number {
    return this.#waiting.size;
  }

  /** What waits and is not under way. */
  get idle(): readonly Delivery[] {
    return [...this.#waiting.values()].filter(({ key }) => !this.#underWay.has(key));
  }

  /** Whether a message of this key was taken before. */
  knows(key: string): boolean {
    return this.#known.has(key);
  }

  /** Takes a message in; the one that had to give way, if any: it may be this one. */
  add(delivery: Delivery): Delivery | undefined {
    this.#remember(delivery.key);
    this.#waiting.set(delivery.key, delivery);
    if (this.#waiting.size <= MAX_WAITING) return undefined;
    const least = this.idle.reduce((a, b) =>
      urgency(b) < urgency(a) || (urgency(b) === urgency(a) && b.createdAt < a.createdAt) ? b : a,
    );
    this.#waiting.delete(least.key);
    return least;
  }

  /** Up to `most` messages whose time has come, the most urgent first; they are under way until settled. */
  take(now: number, most: number): readonly Delivery[] {
    const due = this.idle
      .filter(({ nextAt }) => nextAt <= now)
      .sort((a, b) => urgency(b) - urgency(a) || a.createdAt - b.createdAt)
      .slice(0, Math.max(0, most - this.#underWay.size));
    for (const { key } of due) this.#underWay.add(key);
    return due;
  }

  /** To be tried again. */
  postpone(delivery: Delivery): void {
    this.#underWay.delete(delivery.key);
    this.#waiting.set(delivery.key, delivery);
  }

  /** Sent, or given up. */
  settle(key: string): void {
    this.#underWay.delete(key);
    this.#waiting.delete(key);
  }

  #remember(key: string): void {
    this.#known.add(key);
    if (this.#known.size <= MAX_KNOWN) return;
    const [oldest] = this.#known;
    if (oldest !== undefined) this.#known.delete(oldest);
  }
}
