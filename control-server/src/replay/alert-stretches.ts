import { type AlertPriority, fromTimestamp } from '@throng/contract';
import { ALERT_BANDS, type AlertBand } from '../alerting/alert-band.js';
import type { Transition } from '../alerting/alert-book.js';

/** What a stretch of alert is about. `band`: of this priority or a worse one. */
export interface AlertKey {
  readonly kind: string;
  readonly zone: string;
  readonly band: AlertBand;
}

/** A time during which an alert stood, epoch ms; `to` is null when it stood to the end. */
export interface AlertStretch extends AlertKey {
  readonly from: number;
  readonly to: number | null;
}

const isBand = (priority: AlertPriority): priority is AlertBand =>
  ALERT_BANDS.some((band) => band === priority);

export const alertKey = ({ band, kind, zone }: AlertKey): string => `${zone} ${kind} ${band}`;

/** Keeps when the alerts of crowds stood, band by band, from their transitions. */
export class AlertStretches {
  readonly #open = new Map<string, AlertStretch>();
  readonly #closed: AlertStretch[] = [];

  enter({ alert, kind }: Transition): void {
    const { changedAt, priority, reason } = alert;
    if (!('zone' in reason)) return;
    const at = fromTimestamp(changedAt);
    const reached = kind === 'cleared' || !isBand(priority) ? -1 : ALERT_BANDS.indexOf(priority);
    for (const [rank, band] of ALERT_BANDS.entries()) {
      const key = { kind: reason.kind, zone: reason.zone, band };
      const open = this.#open.get(alertKey(key));
      if (rank <= reached && open === undefined) {
        this.#open.set(alertKey(key), { ...key, from: at, to: null });
      } else if (rank > reached && open !== undefined) {
        this.#open.delete(alertKey(key));
        this.#closed.push({ ...open, to: at });
      }
    }
  }

  /** In the order in which they began. */
  get all(): AlertStretch[] {
    return [...this.#closed, ...this.#open.values()].sort(
      (a, b) => a.from - b.from || alertKey(a).localeCompare(alertKey(b), 'en'),
    );
  }
}
