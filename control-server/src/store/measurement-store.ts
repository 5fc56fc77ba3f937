import type { Alert } from '@throng/contract';
import type { EveningRow } from './evening-row.js';
import type { EventRecord } from './event-record.js';
import type { DeliveryRow, Rows } from './rows.js';
import type { StoreResult } from './store-result.js';

export type { StoreFault, StoreResult } from './store-result.js';

/** A period and the length of its steps, all in epoch seconds; `from` is included, `to` is not. */
export interface HistoryQuery {
  readonly zone: string;
  readonly from: number;
  readonly to: number;
  readonly step: number;
}

/**
 * One step of a zone's past. Each camera's means over the step are added up, since each answers
 * for ground of its own; a step in which nothing was measured is left out, it is unknown.
 */
export interface ZonePoint {
  /** Begin of the step, epoch seconds. */
  readonly at: number;
  readonly persons: number;
  readonly sigma: number;
  /** Square metres behind `persons`. */
  readonly area: number;
  /** Square metres × seconds of the step that were measured: how much of it is known. */
  readonly areaSeconds: number;
  /** Persons/m²: the largest 95th percentile within the step. */
  readonly densityP95: number;
}

/** Which cameras measured a place; epoch seconds, `from` is not included, `to` is. */
export interface CamerasQuery {
  readonly kind: 'zone' | 'passage';
  readonly place: string;
  readonly from: number;
  readonly to: number;
}

export interface AlertQuery {
  /** Epoch ms; alerts that were active at some time from `from` to `to`. */
  readonly from: number;
  readonly to: number;
  readonly state?: Alert['state'];
}

/**
 * Where measurements and alerts are kept. One contract suite holds for every implementation.
 * Asynchronous, so that a database server can stand behind it too.
 */
export interface MeasurementStore extends EventRecord {
  /** Writes all rows or none. A row that is already there (same zone or passage, time and camera) stays. */
  write(rows: Rows): Promise<StoreResult<void>>;
  /** Rising in time. */
  zoneHistory(query: HistoryQuery): Promise<StoreResult<ZonePoint[]>>;
  /** Ids of the cameras that measured a place within a period, by name. */
  camerasOf(query: CamerasQuery): Promise<StoreResult<string[]>>;
  /** By the time they were raised, newest first, at most `MAX_ALERTS`. */
  alerts(query: AlertQuery): Promise<StoreResult<Alert[]>>;
  activeAlerts(): Promise<StoreResult<Alert[]>>;
  /** What has been taken of each camera and run; the run heard last is last. */
  deliveries(): Promise<StoreResult<DeliveryRow[]>>;
  /** What is kept of these events. */
  evenings(events: readonly string[]): Promise<StoreResult<EveningRow[]>>;
  /**
   * Keeps zones of events that are over, all or none. Of two rows of one event and zone the one that
   * knows more minutes stays, and the newer one where the doors opened at another time.
   */
  keepEvenings(rows: readonly EveningRow[]): Promise<StoreResult<void>>;
  /** Deletes what is kept of events whose doors opened before `before` (epoch seconds). */
  forgetEvenings(before: number): Promise<StoreResult<void>>;
  /**
   * Deletes a small slice of the measurements and cleared alerts older than `before` (epoch
   * seconds); tells whether more is left.
   */
  forget(before: number): Promise<StoreResult<{ readonly more: boolean }>>;
  /** Puts a pseudonym wherever alerts and their changes name somebody; comments stay as they are. */
  replaceName(name: string, pseudonym: string): Promise<StoreResult<void>>;
  close(): Promise<void>;
}

export const MAX_ALERTS = 1_000;
