import { alertInSight } from '../../access/alert-in-sight.js';
import { type Sight, sightKey, viewInSight } from '../../access/sight.js';
import type { Transition } from '../../alerting/alert-book.js';
import type { Clock } from '../../clock.js';
import type { Changes } from '../../live/live-feed.js';
import type { LiveView } from '../../live/live-view.js';
import { changedState, type WrittenView, wholeView, writeView } from '../../live/written-view.js';
import type { LiveClient } from './live-client.js';

/** Pages that may be open at once. */
export const MAX_CLIENTS = 2_000;

/** Those who see the same: what they have been told is worked out once. */
interface Audience {
  readonly sight: Sight | null;
  readonly clients: Set<LiveClient>;
  told: WrittenView;
}

/**
 * The hub of the live channel: a snapshot for who comes, then what changes for all, each seeing what
 * they may. With nobody connected it does no work.
 */
export class LiveHub {
  readonly #audiences = new Map<string, Audience>();
  readonly #clock: Clock;
  readonly #view: () => LiveView;

  constructor(clock: Clock, view: () => LiveView) {
    this.#clock = clock;
    this.#view = view;
  }

  get size(): number {
    return [...this.#audiences.values()].reduce((sum, { clients }) => sum + clients.size, 0);
  }

  get full(): boolean {
    return this.size >= MAX_CLIENTS;
  }

  /** Takes a client in. What others have not been told yet they are told first, so that all agree. */
  join(client: LiveClient): void {
    this.publish([]);
    const { sight } = client;
    const key = sightKey(sight);
    const told = writeView(viewInSight(this.#view(), sight));
    const clients = this.#audiences.get(key)?.clients ?? new Set();
    this.#audiences.set(key, { sight, clients: clients.add(client), told });
    client.welcome(wholeView(told), this.#clock.now());
  }

  /**
   * The venue has changed: every page takes a snapshot of it, in its place in the count (SPEC LV15). Who
   * sees nothing of it any more is sent away.
   */
  renew(): void {
    const clients = this.#all();
    const view = this.#view();
    const wholes = new Map<string, Changes>();
    this.#audiences.clear();
    for (const client of clients) {
      if (!client.checkPass()) continue;
      client.lookAgain();
      const { sight } = client;
      const key = sightKey(sight);
      const audience = this.#audiences.get(key) ?? {
        sight,
        clients: new Set(),
        told: writeView(viewInSight(view, sight)),
      };
      audience.clients.add(client);
      this.#audiences.set(key, audience);
      const whole = wholes.get(key) ?? wholeView(audience.told);
      wholes.set(key, whole);
      client.welcome(whole, this.#clock.now());
    }
  }

  leave(client: LiveClient): void {
    const key = sightKey(client.sight);
    const audience = this.#audiences.get(key);
    audience?.clients.delete(client);
    if (audience?.clients.size === 0) this.#audiences.delete(key);
  }

  /** Tells all clients what has changed since the last time, and the transitions of alerts. */
  publish(transitions: readonly Transition[]): void {
    if (this.#audiences.size === 0) return;
    const view = this.#view();
    const at = this.#clock.now();
    for (const audience of this.#audiences.values()) {
      const { sight, clients, told } = audience;
      const now = writeView(viewInSight(view, sight), told);
      const changed = changedState(told, now);
      audience.told = now;
      const alerts = transitions.flatMap(({ alert }) => alertInSight(alert, sight));
      const changes = { ...changed, alerts: alerts.map((alert) => JSON.stringify(alert)) };
      for (const client of clients) client.tell(changes, at);
    }
  }

  /** Drops clients that have not answered since the last call, and asks the others. */
  checkAlive(): void {
    for (const client of this.#all()) client.checkAlive();
  }

  /** Sends away whoever may not listen any more. */
  checkPasses(): void {
    for (const client of this.#all()) if (!client.checkPass()) this.leave(client);
  }

  close(): void {
    for (const client of this.#all()) client.goodbye();
    this.#audiences.clear();
  }

  #all(): LiveClient[] {
    return [...this.#audiences.values()].flatMap(({ clients }) => [...clients]);
  }
}
