import {
  type EventDefinition,
  endOf,
  fail,
  type MeasurementWindow,
  ok,
  startOf,
} from '@throng/contract';
import { unknownName } from '../admission/known-sender.js';
import { type Refusal, refuse } from '../admission/refusal.js';
import { windowEnd } from '../admission/window-time.js';
import { keepZone } from '../former-evenings/keep-zone.js';
import { windowRows } from '../processing/window-rows.js';
import { readRecordedLine } from '../replay/recorded-window.js';
import type { EveningRow } from '../store/evening-row.js';
import type { MeasurementStore, StoreResult } from '../store/measurement-store.js';
import { noRows, type Rows } from '../store/rows.js';
import type { VenuePlan } from '../venue-plan/venue-plan.js';

type ImportStore = Pick<MeasurementStore, 'write' | 'zoneHistory' | 'keepEvenings'>;

export interface ImportParts {
  readonly store: ImportStore;
  readonly plan: VenuePlan;
  /** A line that could not be used. */
  readonly onRefused: (line: number, refusal: Refusal) => void;
}

/** An event of which a recording told, as it is now remembered. */
export interface ImportedEvening {
  readonly event: EventDefinition;
  readonly zones: readonly EveningRow[];
}

/** Takes recorded windows into a store: rows as a server would have written them, but no alerts. */
export class RecordingImport {
  readonly #parts: ImportParts;
  #line = 0;
  #windows = 0;
  #rows: Pick<Rows, 'zones' | 'passages'>[] = [];
  #from = Number.POSITIVE_INFINITY;
  #to = Number.NEGATIVE_INFINITY;

  constructor(parts: ImportParts) {
    this.#parts = parts;
  }

  /** Windows that were taken. */
  get windows(): number {
    return this.#windows;
  }

  line(text: string): void {
    this.#line += 1;
    if (text.trim() === '') return;
    const read = readRecordedLine(text);
    const refusal = read.ok
      ? unknownName(this.#parts.plan, read.value)
      : refuse(read.code, read.message);
    if (read.ok && refusal === undefined) this.#take(read.value);
    else if (refusal !== undefined) this.#parts.onRefused(this.#line, refusal);
  }

  /** Writes what was taken, in one transaction; after a failure the same can be tried again. */
  async flush(): Promise<StoreResult<void>> {
    if (this.#rows.length === 0) return ok(undefined);
    const zones = this.#rows.flatMap((rows) => rows.zones);
    const passages = this.#rows.flatMap((rows) => rows.passages);
    const written = await this.#parts.store.write({ ...noRows, zones, passages });
    if (written.ok) this.#rows = [];
    return written;
  }

  /** Remembers the events of the calendar that the recording tells of and that are over at `now` (epoch ms). */
  async remember(now: number): Promise<StoreResult<ImportedEvening[]>> {
    const { plan, store } = this.#parts;
    const { calendar } = plan;
    const told = calendar.events.filter((event) => {
      const end = endOf(calendar, event);
      return end <= now && startOf(event) < this.#to && end > this.#from;
    });
    const evenings: ImportedEvening[] = [];
    for (const event of told) {
      const zones: EveningRow[] = [];
      for (const zone of plan.zones) {
        const kept = await keepZone(store, zone, calendar, event);
        if (!kept.ok) return fail(kept.code, kept.message);
        zones.push(kept.value);
      }
      evenings.push({ event, zones });
    }
    return ok(evenings);
  }

  #take(window: MeasurementWindow): void {
    const end = windowEnd(window);
    this.#from = Math.min(this.#from, end);
    this.#to = Math.max(this.#to, end);
    this.#windows += 1;
    this.#rows.push(windowRows(window));
  }
}
