import type { CalendarDefinition, EventDefinition } from '@throng/contract';
import type { MeasurementStore, StoreResult } from '../store/measurement-store.js';
import type { VenuePlan } from '../venue-plan/venue-plan.js';
import { eventAhead } from './evening-span.js';
import {
  candidatesOf,
  type FormerEvenings,
  formerEvenings,
  noFormerEvenings,
} from './former-evenings.js';

export interface FollowerParts {
  readonly store: Pick<MeasurementStore, 'evenings'>;
  readonly plan: Pick<VenuePlan, 'zones'>;
  readonly calendar: CalendarDefinition;
  /** Former evenings that are learnt from. */
  readonly most: number;
  /** Another event is ahead, or none, or other evenings are known of it. */
  readonly onChange: (event: EventDefinition | undefined, former: FormerEvenings) => void;
}

/** Knows which former evenings the event at hand is expected to be like. */
export class EventFollower {
  readonly #parts: FollowerParts;
  #event: EventDefinition | undefined;
  #former = noFormerEvenings;
  #isLoaded = true;

  constructor(parts: FollowerParts) {
    this.#parts = parts;
  }

  /** The events that are learnt from now. */
  get events(): readonly string[] {
    return this.#former.events;
  }

  /** Looks whether more evenings are known at the next step. */
  reload(): void {
    this.#isLoaded = false;
  }

  /** Moves on with the calendar; what the store does not give is asked for again at the next step. */
  async step(now: number): Promise<StoreResult<void>> {
    const { calendar, onChange } = this.#parts;
    const event = eventAhead(calendar, now);
    const isAnother = event?.id !== this.#event?.id;
    if (!isAnother && this.#isLoaded) return { ok: true, value: undefined };
    this.#event = event;
    const former = await this.#load(event);
    this.#isLoaded = former.ok;
    if (!former.ok && !isAnother) return former;
    const known = former.ok ? former.value : noFormerEvenings;
    if (isAnother || known.events.join() !== this.#former.events.join()) {
      this.#former = known;
      onChange(event, known);
    }
    return former.ok ? { ok: true, value: undefined } : former;
  }

  async #load(event: EventDefinition | undefined): Promise<StoreResult<FormerEvenings>> {
    if (event === undefined) return { ok: true, value: noFormerEvenings };
    const { calendar, most, plan, store } = this.#parts;
    const ids = candidatesOf(calendar, event).map(({ id }) => id);
    const rows = await store.evenings(ids);
    return rows.ok
      ? { ok: true, value: formerEvenings(plan, calendar, event, most, rows.value) }
      : rows;
  }
}
