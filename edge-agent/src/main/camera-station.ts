import type { CameraHealth, FrameCounts, Identifier } from '@throng/contract';
import type { Experience } from '@throng/inference';
import type { Correction } from '../clicker/correction.js';
import { DriftWatch } from '../drift/drift-watch.js';
import { CameraFeed } from '../feed/camera-feed.js';
import { FlowMeter } from '../flow/flow-meter.js';
import type { MeasuredLine } from '../flow/line-view.js';
import { LatestFrameSlot } from '../frames/latest-frame-slot.js';
import type { Vitals } from '../life/pulse.js';
import type { CameraCare } from '../ports/camera-care.js';
import type { Clock } from '../ports/clock.js';
import type { Frame } from '../ports/frame.js';
import type { FrameSource } from '../ports/frame-source.js';
import type { Log } from '../ports/log.js';
import type { FrameMeasurement } from '../stages/aggregate-frames.js';
import type { ClosedWindow } from '../stages/anonymize.js';
import type { CameraView } from '../stages/camera-view.js';
import { latencyOf } from '../windows/quantiles.js';
import { type LeftOff, WindowBook } from '../windows/window-book.js';

export interface StationOptions {
  readonly view: CameraView;
  readonly source: FrameSource;
  /** Frames per second that are wanted of it. */
  readonly framesPerSecond: number;
  /** The passages that it counts on. */
  readonly lines?: readonly MeasuredLine[] | undefined;
  readonly clock: Clock;
  readonly log: Log;
  readonly windowSeconds: number;
  /** What looks after the camera; without it every picture is counted as it is. */
  readonly care?: CameraCare | undefined;
  /** What the models were trained on, where it is known. */
  readonly experience?: (() => Experience | undefined) | undefined;
  /** Where an earlier station of this camera ended. */
  readonly leftOff?: LeftOff | undefined;
  /** A frame waits for the models. */
  readonly onFrame: () => void;
}

/** One camera inside the agent: its feed, its newest frame, its windows. It knows no other camera. */
export class CameraStation {
  readonly view: CameraView;
  readonly feed: CameraFeed;
  /** What it remembers of its last frames to see how people move. */
  readonly flow: FlowMeter;
  readonly #slot: LatestFrameSlot;
  readonly #book: WindowBook;
  readonly #drift: DriftWatch;
  readonly #total = { captured: 0, processed: 0, superseded: 0, failed: 0 };
  #withModels: number | undefined;
  #onSettled: () => void = () => undefined;
  #latencies: number[] = [];
  #reported: { at: number; processed: number };

  constructor(private readonly options: StationOptions) {
    const { clock, log, source, view, windowSeconds } = options;
    const camera = view.camera;
    this.view = view;
    this.flow = new FlowMeter(view, options.lines ?? []);
    this.#book = new WindowBook(windowSeconds, clock.now(), options.leftOff);
    this.#reported = { at: clock.now(), processed: 0 };
    this.#slot = new LatestFrameSlot((frame) => {
      this.#total.superseded += 1;
      this.#book.superseded(frame.capturedAt);
    });
    this.#drift = new DriftWatch(options.experience ?? (() => undefined), (outside) =>
      outside.length === 0
        ? log.info({ camera }, 'camera is back in what its model was trained on')
        : log.warn({ camera, outside }, 'camera has left what its model was trained on'),
    );
    this.feed = new CameraFeed(source, clock, {
      frame: (frame) => this.#captured(frame),
      lost: ({ reason, diagnosis }, retryAfter) =>
        log.warn({ camera, reason, diagnosis, retryAfter: Math.round(retryAfter) }, 'camera lost'),
      recovered: () => log.info({ camera }, 'camera is back'),
      ended: () => log.info({ camera }, 'source has ended'),
    });
  }

  get camera(): Identifier {
    return this.view.camera;
  }

  /** Frames per second that the settings ask for. */
  get wanted(): number {
    return this.options.framesPerSecond;
  }

  get isWaiting(): boolean {
    return this.#slot.waitingSince !== undefined;
  }

  /** What tells whether the models still move. */
  get vitals(): Vitals {
    return {
      withModelsSince: this.#withModels,
      isRunning: this.feed.state === 'running',
      wasMeasured: this.#total.processed > 0,
    };
  }

  /** The newest frame, for the models; `measured` or `failed` must follow. */
  take(): Frame | undefined {
    const frame = this.#slot.take();
    this.#withModels = frame?.capturedAt;
    return frame;
  }

  /** Shows a frame to what looks after the camera, until the promise resolves. */
  async look(frame: Frame): Promise<void> {
    await this.options.care?.look(frame);
  }

  /** Looks whether somebody confirmed the camera or counted by hand since. */
  async refreshCare(): Promise<void> {
    await this.options.care?.refresh();
  }

  /** What hand counts make of this camera's counts. */
  get correction(): Correction | undefined {
    return this.options.care?.correction;
  }

  /** Whether the frame of this moment is to be observed for drift. */
  isWatching(capturedAt: number): boolean {
    return this.#drift.isDue(capturedAt);
  }

  measured(measurement: FrameMeasurement): void {
    const now = this.options.clock.now();
    this.#total.processed += 1;
    this.#latencies.push(now - measurement.capturedAt);
    this.#book.measured(measurement, now);
    this.options.care?.measured(measurement);
    const { capturedAt, observation } = measurement;
    if (observation !== undefined) this.#drift.add(observation, capturedAt);
    this.#returned();
  }

  failed(capturedAt: number): void {
    this.#total.failed += 1;
    this.#book.failed(capturedAt);
    this.#returned();
  }

  /** Gives up a frame that waits; resolves when none is with the models either. */
  async settled(): Promise<void> {
    this.#slot.take()?.release();
    if (this.#withModels === undefined) return;
    await new Promise<void>((resolve) => {
      this.#onSettled = resolve;
    });
  }

  /** The windows that are complete by now. */
  closeWindows(): ClosedWindow[] {
    const closed = this.#book.close(this.options.clock.now(), {
      fault: this.feed.fault,
      pendingSince: this.#withModels ?? this.#slot.waitingSince,
    });
    return closed.map((window) => this.#withPictureFault(window));
  }

  /** All that was measured and not yet sent, the unfinished window included. */
  flushWindows(): ClosedWindow[] {
    const flushed = this.#book.flush(this.options.clock.now());
    return flushed.map((window) => this.#withPictureFault(window));
  }

  /** Where a later station of this camera goes on. */
  get leftOff(): LeftOff {
    return this.#book.leftOff;
  }

  /** What happened since the last call. */
  health(): CameraHealth {
    const now = this.options.clock.now();
    const seconds = Math.max(0.001, (now - this.#reported.at) / 1_000);
    const framesPerSecond = (this.#total.processed - this.#reported.processed) / seconds;
    const latency = latencyOf(this.#latencies);
    this.#reported = { at: now, processed: this.#total.processed };
    this.#latencies = [];
    const { reconnects, state } = this.feed;
    const found = this.options.care?.found;
    const fault = this.feed.fault ?? found?.fault;
    const { decoder } = this.options.source;
    const frames: FrameCounts = { ...this.#total };
    const drift = this.#drift.report();
    const { calibratedAt } = this.view.projection;
    return {
      camera: this.camera,
      state: found !== undefined && state === 'running' ? 'faulty' : state,
      ...(fault === undefined ? {} : { fault }),
      framesPerSecond: Math.min(1_000, Math.round(framesPerSecond * 10) / 10),
      frames,
      ...(latency === undefined ? {} : { latency }),
      reconnects,
      ...(decoder === undefined ? {} : { decoder }),
      calibrationError: Math.round(this.view.projection.rmsErrorMetres * 1_000) / 1_000,
      ...(calibratedAt === undefined ? {} : { calibratedAt }),
      ...(drift === undefined ? {} : { drift }),
      ...this.options.care?.health(),
    };
  }

  /** What a picture shows that may not be counted is not said: the window has its fault instead. */
  #withPictureFault(closed: ClosedWindow): ClosedWindow {
    const found = this.options.care?.found;
    return found === undefined ? closed : { ...closed, fault: closed.fault ?? found.fault };
  }

  #returned(): void {
    this.#withModels = undefined;
    this.#onSettled();
  }

  #captured(frame: Frame): void {
    this.#total.captured += 1;
    this.#book.captured(frame.capturedAt);
    this.#slot.put(frame);
    this.options.onFrame();
  }
}
