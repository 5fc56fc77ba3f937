import type { Alert } from '@throng/contract';
import type { StoreResult } from './store-result.js';

/** A passage's past in steps, all in epoch seconds; `from` is included, `to` is not. */
export interface PassageQuery {
  readonly passage: string;
  readonly from: number;
  readonly to: number;
  readonly step: number;
}

/** One step of a passage's past; a step in which nothing was counted is left out, it is unknown. */
export interface PassagePoint {
  /** Begin of the step, epoch seconds. */
  readonly at: number;
  /** Persons: crossings divided by the line's recall, summed over the cameras. `in` counts from → to. */
  readonly in: number;
  readonly out: number;
  /** Seconds of the step that were counted, by the camera that counted most. */
  readonly seconds: number;
}

/** A period, epoch ms; `from` is included, `to` is not. */
export interface TransitionQuery {
  readonly from: number;
  readonly to: number;
}

/** A change of an alert, and the alert as it stood after it; `kind` is a word of the alert book. */
export interface RecordedTransition {
  readonly kind: string;
  readonly alert: Alert;
}

/** What a record tells of an evening besides its zones. */
export interface EventRecord {
  /** Rising in time. A line that catches less than `LEAST_RECALL` tells too little to be scaled up. */
  passageHistory(query: PassageQuery): Promise<StoreResult<PassagePoint[]>>;
  /** Changes of alerts, by the time of the change, oldest first, at most `MAX_TRANSITIONS`. */
  transitions(query: TransitionQuery): Promise<StoreResult<RecordedTransition[]>>;
}

export const LEAST_RECALL = 0.2;
export const MAX_TRANSITIONS = 10_000;
