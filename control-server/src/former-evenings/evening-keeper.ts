import type { CalendarDefinition, EventDefinition } from '@throng/contract';
import type { VenuePlan } from '../venue-plan/venue-plan.js';
import { keepsAt } from './evening-span.js';
import { type EveningStore, keepZone } from './keep-zone.js';

/** What a step of the keeper came to; `finished` when the last zone of an evening is kept. */
export type Kept = 'nothing-to-do' | 'going-on' | 'finished';

/**
 * Keeps what events were like once they are over, one zone at a step so that no tick waits long. What
 * the store does not take is tried again at the next step.
 */
export class EveningKeeper {
  readonly #dues: readonly { readonly event: EventDefinition; readonly at: number }[];
  #next: number;
  #zone = 0;

  /** @param since epoch ms: of what was over before, the measurements are erased. */
  constructor(
    private readonly store: EveningStore,
    private readonly plan: Pick<VenuePlan, 'zones'>,
    private readonly calendar: CalendarDefinition,
    since: number,
  ) {
    this.#dues = calendar.events
      .map((event) => ({ event, at: keepsAt(calendar, event) }))
      .sort((one, other) => one.at - other.at);
    const next = this.#dues.findIndex(({ at }) => at >= since);
    this.#next = next < 0 ? this.#dues.length : next;
  }

  /** @param now epoch ms. */
  async step(now: number): Promise<Kept> {
    const [next, place] = [this.#next, this.#zone];
    const due = this.#dues[next];
    if (due === undefined || due.at > now) return 'nothing-to-do';
    const zone = this.plan.zones[place];
    if (zone !== undefined) {
      const kept = await keepZone(this.store, zone, this.calendar, due.event);
      if (!kept.ok) return 'nothing-to-do';
      this.#zone = place + 1;
      if (this.#zone < this.plan.zones.length) return 'going-on';
    }
    this.#zone = 0;
    this.#next = next + 1;
    return 'finished';
  }
}
