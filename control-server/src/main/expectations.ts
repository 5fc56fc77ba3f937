import type { ServerMetrics } from '../adapters/metrics/server-metrics.js';
import type { Clock } from '../clock.js';
import { Foresight } from '../forecast/foresight.js';
import type { ServerSettings } from '../settings/server-settings.js';
import type { MeasurementStore } from '../store/measurement-store.js';
import type { CarriedPlaces } from '../venue-plan/carried-places.js';
import type { VenuePlan } from '../venue-plan/venue-plan.js';
import { type EveningMemory, noMemory, rememberEvenings } from './evening-memory.js';
import type { Log } from './log.js';
import { lookAhead } from './look-ahead.js';
import type { VenueLine } from './venue-line.js';

export interface ExpectationParts {
  readonly store: MeasurementStore;
  readonly settings: Pick<ServerSettings, 'store' | 'forecast'>;
  readonly clock: Clock;
  readonly metrics: ServerMetrics;
  readonly log: Log;
}

/** What is expected of a venue: by what is seen now, and by former evenings. */
export class Expectations {
  readonly #parts: ExpectationParts;
  readonly #foresight: Foresight | undefined;
  readonly #memory: EveningMemory;

  constructor(plan: VenuePlan, parts: ExpectationParts) {
    const { forecast } = parts.settings;
    const foresight = forecast.enabled ? new Foresight(plan) : undefined;
    this.#parts = parts;
    this.#foresight = foresight;
    this.#memory =
      foresight === undefined || forecast.formerEvenings === 0
        ? noMemory
        : rememberEvenings({ ...parts, plan, foresight });
  }

  /** Former events that the forecast goes by now. */
  get formerEvents(): readonly string[] {
    return this.#memory.events;
  }

  /** Once a second; true while an evening that is over is being kept: nothing is erased meanwhile. */
  remember(): Promise<boolean> {
    return this.#memory.step();
  }

  /** Looks ahead where it is due. */
  look(line: VenueLine): void {
    if (this.#foresight !== undefined) lookAhead(this.#foresight, line, this.#parts);
  }

  /** Goes on from those of the plan before. */
  takeOver(before: Expectations, carried: CarriedPlaces): void {
    if (before.#foresight !== undefined) this.#foresight?.takeOver(before.#foresight, carried);
  }
}
