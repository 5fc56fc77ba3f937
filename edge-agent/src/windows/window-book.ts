import type { CameraFault, FrameCounts } from '@throng/contract';
import { WholePersons } from '../flow/whole-persons.js';
import {
  aggregateFrames,
  type FrameMeasurement,
  type WindowMeasurement,
} from '../stages/aggregate-frames.js';
import type { ClosedWindow } from '../stages/anonymize.js';
import { latencyOf } from './quantiles.js';
import { WindowSmoother } from './window-smoother.js';

interface OpenWindow {
  readonly measurements: FrameMeasurement[];
  readonly latencies: number[];
  readonly frames: { -readonly [Count in keyof FrameCounts]: number };
}

/** Why nothing could be measured, where nothing was. */
export interface CameraCondition {
  /** Fault of the stream, while it has one. */
  readonly fault: CameraFault | undefined;
  /** Capture time of the oldest frame that waits for the models or is with them. */
  readonly pendingSince: number | undefined;
}

/** Where a camera's windows ended, for a book that goes on with them: no window comes twice. */
export interface LeftOff {
  /** Start of the next window. */
  readonly next: number;
  readonly sequence: number;
}

/** Milliseconds that a window may wait, after its end, for a frame that the models still look at. */
const LONGEST_WAIT = 1_000;

/**
 * Milliseconds that the time may lie before the window that is open, beyond one window's length: a
 * clock that is corrected by little is waited for. Further back it was set, and nobody can wait for hours.
 */
const WAITED_FOR = 5_000;

/**
 * The windows of one camera. Each frame belongs to the window of its capture time; a window closes
 * when its time has passed and none of its frames is still with the models.
 */
export class WindowBook {
  readonly #open = new Map<number, OpenWindow>();
  readonly #persons = new WholePersons();
  #smoother = new WindowSmoother();
  readonly #milliseconds: number;
  #next: number;
  #sequence: number;

  constructor(
    private readonly seconds: number,
    now: number,
    leftOff?: LeftOff,
  ) {
    this.#milliseconds = seconds * 1_000;
    this.#next = Math.max(this.#startOf(now), leftOff?.next ?? 0);
    this.#sequence = leftOff?.sequence ?? 0;
  }

  get leftOff(): LeftOff {
    return { next: this.#next, sequence: this.#sequence };
  }

  captured(at: number): void {
    this.#windowOf(at).frames.captured += 1;
  }

  superseded(at: number): void {
    this.#windowOf(at).frames.superseded += 1;
  }

  failed(at: number): void {
    this.#windowOf(at).frames.failed += 1;
  }

  measured(measurement: FrameMeasurement, now: number): void {
    const window = this.#windowOf(measurement.capturedAt);
    window.frames.processed += 1;
    window.measurements.push(measurement);
    window.latencies.push(now - measurement.capturedAt);
  }

  /**
   * The windows that are complete by `now`, oldest first. One without any measurement is sent as
   * the fault that emptied it. Where no fault is known (a stream that starts, a model slower than
   * the window) there is nothing to say, and no window.
   *
   * Where the time has gone back, what is open is closed as it is, and the windows begin anew at `now`:
   * their numbers go on, their times do not.
   */
  close(now: number, { fault, pendingSince }: CameraCondition): ClosedWindow[] {
    const closed = this.#hasGoneBack(now) ? this.#beginAnew(now) : [];
    for (let end = this.#next + this.#milliseconds; end <= now; end += this.#milliseconds) {
      const waits = pendingSince !== undefined && pendingSince < end && now < end + LONGEST_WAIT;
      if (waits) break;
      const window = this.#open.get(this.#next);
      this.#open.delete(this.#next);
      const measurement = this.#measurementOf(window?.measurements ?? []);
      const cause =
        measurement !== undefined
          ? undefined
          : (fault ?? ((window?.frames.failed ?? 0) > 0 ? 'model-failed' : undefined));
      if (measurement !== undefined || cause !== undefined) {
        closed.push({
          start: this.#next,
          seconds: this.seconds,
          sequence: this.#sequence,
          measurement,
          passages: this.#persons.count(
            (window?.measurements ?? []).flatMap(({ flow }) => (flow ? [flow.passages] : [])),
          ),
          fault: cause,
          frames: window?.frames ?? { captured: 0, processed: 0, superseded: 0, failed: 0 },
          latency: latencyOf(window?.latencies ?? []),
        });
        this.#sequence += 1;
      }
      this.#next = end;
    }
    // A frame that was with the models while the time went back: it would come again in an hour.
    for (const start of this.#open.keys()) if (start - now > WAITED_FOR) this.#open.delete(start);
    return closed;
  }

  #hasGoneBack(now: number): boolean {
    return this.#next - now > this.#milliseconds + WAITED_FOR;
  }

  #beginAnew(now: number): ClosedWindow[] {
    const last = Math.max(this.#next, ...this.#open.keys()) + this.#milliseconds;
    const closed = this.close(last, { fault: undefined, pendingSince: undefined });
    this.#open.clear();
    this.#next = this.#startOf(now);
    this.#smoother = new WindowSmoother(); // it goes by the time between windows
    return closed;
  }

  /** All that was measured and not yet closed, the unfinished window included. */
  flush(now: number): ClosedWindow[] {
    return this.close(now + this.#milliseconds, { fault: undefined, pendingSince: undefined });
  }

  /** What the frames of the window that closes say, in line with the windows before. */
  #measurementOf(frames: readonly FrameMeasurement[]): WindowMeasurement | undefined {
    const aggregated = aggregateFrames(frames);
    return aggregated && this.#smoother.next(frames, aggregated, this.#next);
  }

  #startOf(at: number): number {
    return Math.floor(at / this.#milliseconds) * this.#milliseconds;
  }

  /** A frame that comes too late for its window counts in the oldest open one. */
  #windowOf(at: number): OpenWindow {
    const start = Math.max(this.#startOf(at), this.#next);
    const known = this.#open.get(start);
    if (known !== undefined) return known;
    const opened: OpenWindow = {
      measurements: [],
      latencies: [],
      frames: { captured: 0, processed: 0, superseded: 0, failed: 0 },
    };
    this.#open.set(start, opened);
    return opened;
  }
}
