import type { PassageForecast, Timestamp, ZoneForecast, ZoneState } from '@throng/contract';
import type { RefusalReason } from '../admission/refusal.js';
import type { AlarmQuality } from '../alerting/alarm-quality.js';
import type { Transition } from '../alerting/alert-book.js';
import type { PassageTally } from '../venue-state/passage-tally.js';
import type { AlertChange } from './compare-alerts.js';

/** Crossings of a passage since the recording began, persons; not rounded, since lines miss some. */
export interface PassageCount extends Pick<PassageTally, 'in' | 'out'> {
  readonly passage: string;
}

/** What a replay tells, in the order of event time; each is a line of JSON. */
export type ReplayEvent =
  | {
      readonly kind: 'state';
      readonly at: Timestamp;
      readonly zones: readonly ZoneState[];
      readonly passages: readonly PassageCount[];
    }
  | {
      readonly kind: 'forecast';
      readonly at: Timestamp;
      readonly zones: readonly ZoneForecast[];
      /** Flows over the passages; none where nothing was foretold yet. */
      readonly passages: readonly PassageForecast[];
    }
  | {
      /** The event at hand is another one; null between events. */
      readonly kind: 'event';
      readonly at: Timestamp;
      readonly event: string | null;
      /** Former events that it is expected to be like, the newest first. */
      readonly formerEvents: readonly string[];
    }
  | ({ readonly kind: 'alert'; readonly at: Timestamp; readonly transition: Transition['kind'] } & {
      readonly alert: Transition['alert'];
    })
  | {
      readonly kind: 'refused';
      readonly line: number;
      readonly reason: RefusalReason;
      readonly message: string;
    }
  | ({ readonly kind: 'change' } & RuleChange)
  | ({ readonly kind: 'summary' } & ReplaySummary);

/** An alert that other rules would have changed; times as text. */
export type RuleChange = Omit<AlertChange, 'kind' | 'usual' | 'rehearsed'> & {
  /** What the alert is about: a density, or a forecast of one. */
  readonly about: string;
  readonly usual: Period | null;
  readonly rehearsed: Period | null;
};

export interface Period {
  readonly from: Timestamp;
  readonly to: Timestamp | null;
}

export interface ReplaySummary {
  readonly venue: string;
  /** Null when no window could be placed in time. */
  readonly from: Timestamp | null;
  readonly to: Timestamp | null;
  /** Event time that was gone through, seconds, and pauses of the recording that were leapt over. */
  readonly seconds: number;
  readonly skippedSeconds: number;
  readonly windows: {
    readonly taken: number;
    /** Of these: kept as history, as live. */
    readonly late: number;
    readonly refused: Readonly<Partial<Record<RefusalReason, number>>>;
  };
  readonly alertsRaised: number;
  /** How often staff would have been called; null when no window could be placed in time. */
  readonly alarms: AlarmQuality | null;
  readonly forecastsFailed: number;
  readonly peaks: readonly ZonePeak[];
}

/** The highest density that was counted in a zone; null where nothing ever was. */
export interface ZonePeak {
  readonly zone: string;
  readonly density: number | null;
  readonly at: Timestamp | null;
}
