import type { Alert, EdgeHealth } from '@throng/contract';
import type { SequenceLedger } from '../admission/sequence-ledger.js';
import type { TransitionKind } from '../alerting/alert-book.js';

/** What one camera measured of one zone in one window. `at` is the window's end, epoch seconds. */
export interface ZoneRow {
  readonly zone: string;
  readonly at: number;
  readonly camera: string;
  readonly seconds: number;
  readonly persons: number;
  readonly sigma: number;
  readonly area: number;
  readonly densityP95: number;
}

/** Crossings that one camera counted at one passage in one window. */
export interface PassageRow {
  readonly passage: string;
  readonly at: number;
  readonly camera: string;
  readonly seconds: number;
  readonly in: number;
  readonly out: number;
  readonly recall: number;
}

/** A change of an alert, and the alert as it stood after it. */
export interface TransitionRow {
  readonly kind: TransitionKind;
  readonly alert: Alert;
}

/**
 * Which windows of one camera and run have been taken: written with their rows, so that a server
 * that restarts refuses the same duplicates. `at` is when the last one came, epoch seconds.
 */
export interface DeliveryRow extends SequenceLedger {
  readonly camera: string;
  readonly bootId: string;
  readonly at: number;
}

export const deliveryKey = ({ camera, bootId }: DeliveryRow): string => `${camera} ${bootId}`;

/** What one tick writes, in one transaction. */
export interface Rows {
  readonly zones: readonly ZoneRow[];
  readonly passages: readonly PassageRow[];
  readonly transitions: readonly TransitionRow[];
  /** The newest report of each edge. */
  readonly health: readonly EdgeHealth[];
  /** The newest of each camera and run. */
  readonly deliveries: readonly DeliveryRow[];
}

export const noRows: Rows = {
  zones: [],
  passages: [],
  transitions: [],
  health: [],
  deliveries: [],
};
