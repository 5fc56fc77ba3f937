import type { MeasurementWindow } from '@throng/contract';
import { fromTimestamp, toTimestamp, windowName } from '@throng/contract';
import type { ToldMetrics } from '../adapters/metrics/told-metrics.js';
import { windowEnd } from '../admission/window-time.js';
import type { Transition } from '../alerting/alert-book.js';
import { camerasBehind } from '../audit/alert-act.js';
import { type Recorder, SERVER } from '../audit/recorder.js';
import type { Clock } from '../clock.js';
import type { VenuePlan } from '../venue-plan/venue-plan.js';

/** When the newest live window of a camera came; epoch ms. */
interface Arrival {
  readonly window: MeasurementWindow;
  /** Of the window. */
  readonly end: number;
  readonly heard: number;
  readonly admitted: number;
}

/** An alert that was told and waits for the store to have it. */
interface Told {
  readonly alert: Transition['alert'];
  readonly arrivals: readonly Arrival[];
  readonly judged: number;
  readonly told: number;
}

const WINDOWS_NAMED = 200;

/**
 * The way of each alert from picture to people: which windows raised it, or made it worse, and when
 * they were captured, heard, admitted, judged, told and stored. Each way is an entry of the record.
 */
export class AlertTraces {
  readonly #arrivals = new Map<string, Arrival>();
  #waiting: Told[] = [];

  constructor(
    private readonly clock: Clock,
    private readonly recorder: Pick<Recorder, 'note'>,
    private readonly metrics: Pick<ToldMetrics, 'alertTold'>,
  ) {}

  /** A window was admitted now, `heard` at that time (epoch ms). */
  admitted(window: MeasurementWindow, heard: number): void {
    if (window.late === true) return;
    const before = this.#arrivals.get(window.camera);
    const end = windowEnd(window);
    if (before !== undefined && before.end > end) return;
    this.#arrivals.set(window.camera, { window, end, heard, admitted: this.clock.now() });
  }

  /** These changes were judged at `judged` (epoch ms), and have been told by now. */
  told(plan: VenuePlan, transitions: readonly Transition[], judged: number): void {
    const told = this.clock.now();
    for (const { alert, kind } of transitions) {
      if (kind !== 'raised' && kind !== 'escalated') continue;
      const arrivals = camerasBehind(plan, alert).flatMap((index) => {
        const camera = plan.cameras[index]?.definition.id ?? '';
        return this.#arrivals.get(camera) ?? [];
      });
      if (arrivals.length === 0) continue;
      const captured = Math.max(...arrivals.map(({ end }) => end));
      this.metrics.alertTold((told - captured) / 1_000);
      this.#waiting.push({ alert, arrivals, judged, told });
    }
  }

  /** Everything told so far is in the store. */
  stored(): void {
    const stored = this.clock.now();
    for (const { alert, arrivals, judged, told } of this.#waiting) {
      const last = (of: (arrival: Arrival) => number): string =>
        toTimestamp(Math.max(...arrivals.map(of)));
      const ready = arrivals.flatMap(({ window }) => window.latency?.p95 ?? []);
      this.recorder.note({
        actor: SERVER,
        action: 'alert-traced',
        subject: alert.id,
        at: fromTimestamp(alert.changedAt),
        details: {
          windows: arrivals.map(({ window }) => windowName(window)).slice(0, WINDOWS_NAMED),
          captured: last(({ end }) => end),
          ...(ready.length === 0 ? {} : { readySeconds: Math.max(...ready) / 1_000 }),
          heard: last(({ heard }) => heard),
          admitted: last(({ admitted }) => admitted),
          judged: toTimestamp(judged),
          told: toTimestamp(told),
          stored: toTimestamp(stored),
        },
      });
    }
    this.#waiting = [];
  }
}
