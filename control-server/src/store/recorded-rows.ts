import type { PassageRow, ZoneRow } from './rows.js';

/** What the store keeps of one camera at one time; `at` is the end of its window, epoch seconds. */
export interface RecordedRows {
  readonly camera: string;
  readonly at: number;
  readonly seconds: number;
  readonly zones: readonly ZoneRow[];
  readonly passages: readonly PassageRow[];
}

/** A period of a record, epoch seconds; `from` is not included, `to` is, since windows end at `at`. */
export interface RecordedPeriod {
  readonly from: number;
  readonly to: number;
}
