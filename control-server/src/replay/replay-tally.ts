import { fromTimestamp, toTimestamp, type ZoneState } from '@throng/contract';
import type { RefusalReason } from '../admission/refusal.js';
import { type AlarmQuality, alarmQuality, type Call } from '../alerting/alarm-quality.js';
import type { Effects } from '../processing/outcome.js';
import type { ReplaySummary, ZonePeak } from './replay-event.js';

/** What a replay counts for its summary. */
export class ReplayTally {
  readonly #refused = new Map<RefusalReason, number>();
  readonly #peaks = new Map<string, ZonePeak>();
  #taken = 0;
  #late = 0;
  #raised = 0;
  readonly #calls: Call[] = [];
  #failed = 0;

  refused(reason: RefusalReason): void {
    this.#refused.set(reason, (this.#refused.get(reason) ?? 0) + 1);
  }

  taken({ late }: Effects): void {
    this.#taken += 1;
    if (late === true) this.#late += 1;
  }

  told({ transitions }: Effects): void {
    for (const { alert, kind } of transitions) {
      if (kind === 'raised') this.#raised += 1;
      if (kind !== 'raised' && kind !== 'escalated') continue;
      this.#calls.push({ at: fromTimestamp(alert.changedAt), priority: alert.priority });
    }
  }

  forecastFailed(): void {
    this.#failed += 1;
  }

  measured(zones: readonly ZoneState[], now: number): void {
    for (const { reading, zone } of zones) {
      const highest = this.#peaks.get(zone)?.density ?? null;
      if (reading === null) {
        if (highest === null) this.#peaks.set(zone, { zone, density: null, at: null });
      } else if (highest === null || reading.density > highest) {
        this.#peaks.set(zone, { zone, density: reading.density, at: toTimestamp(now) });
      }
    }
  }

  /** How often staff would have been called; null where nothing could be placed in time. */
  quality(span: { readonly from: number; readonly to: number } | undefined): AlarmQuality | null {
    return span === undefined ? null : alarmQuality(this.#calls, span.from, span.to);
  }

  get counts(): Pick<ReplaySummary, 'windows' | 'alertsRaised' | 'forecastsFailed' | 'peaks'> {
    return {
      windows: {
        taken: this.#taken,
        late: this.#late,
        refused: Object.fromEntries([...this.#refused].sort()),
      },
      alertsRaised: this.#raised,
      forecastsFailed: this.#failed,
      peaks: [...this.#peaks.values()],
    };
  }
}
