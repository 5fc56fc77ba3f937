import type { Transition } from '../../alerting/alert-book.js';
import type { Clock } from '../../clock.js';
import { type Changes, changedState, wholeView } from '../../live/live-feed.js';
import type { LiveView } from '../../live/live-view.js';
import type { LiveClient } from './live-client.js';

/** Pages that may be open at once. */
export const MAX_CLIENTS = 2_000;

/**
 * The hub of the live channel: a snapshot for who comes, then what changes for all. With nobody
 * connected it does no work.
 */
export class LiveHub {
  readonly #clients = new Set<LiveClient>();
  readonly #clock: Clock;
  readonly #view: () => LiveView;
  /** What connected clients have been told. */
  #told: Changes | undefined;

  constructor(clock: Clock, view: () => LiveView) {
    this.#clock = clock;
    this.#view = view;
  }

  get size(): number {
    return this.#clients.size;
  }

  get full(): boolean {
    return this.#clients.size >= MAX_CLIENTS;
  }

  /** Takes a client in. What others have not been told yet they are told first, so that all agree. */
  join(client: LiveClient): void {
    this.publish([]);
    const whole = wholeView(this.#view());
    this.#told = whole;
    this.#clients.add(client);
    client.welcome(whole, this.#clock.now());
  }

  leave(client: LiveClient): void {
    this.#clients.delete(client);
    if (this.#clients.size === 0) this.#told = undefined;
  }

  /** Tells all clients what has changed since the last time, and the transitions of alerts. */
  publish(transitions: readonly Transition[]): void {
    if (this.#told === undefined) return;
    const now = wholeView(this.#view());
    const { state } = changedState(this.#told, now);
    this.#told = now;
    const changes = { state, alerts: transitions.map(({ alert }) => JSON.stringify(alert)) };
    const at = this.#clock.now();
    for (const client of this.#clients) client.tell(changes, at);
  }

  /** Drops clients that have not answered since the last call, and asks the others. */
  checkAlive(): void {
    for (const client of this.#clients) client.checkAlive();
  }

  close(): void {
    for (const client of this.#clients) client.goodbye();
    this.#clients.clear();
  }
}
