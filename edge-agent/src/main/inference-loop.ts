import type { CameraHealth, Identifier } from '@throng/contract';
import { analyseFrame, type Models } from '../pipeline/analyse-frame.js';
import type { Clock } from '../ports/clock.js';
import { CameraSampling } from '../sampling/camera-sampling.js';
import { type Candidate, FairSchedule } from '../sampling/fair-schedule.js';
import type { SamplingSettings } from '../settings/sampling-settings.js';
import type { CameraStation } from './camera-station.js';

export interface InferenceLoopOptions {
  /** Those that look at a camera now: another may be tried on one of them. */
  readonly modelsOf: (camera: Identifier) => Models;
  /** Frames that the models should be given at once where they run now: 1 on a CPU. */
  readonly framesAtOnce: () => number;
  readonly sampling: SamplingSettings;
  readonly clock: Clock;
  /** A look at this camera has ended; a failure says why it measured nothing. */
  readonly onLooked: (station: CameraStation, failure: string | undefined) => void;
}

/**
 * Feeds the models with the newest frames of cameras that come and go. Where the models have not
 * the time for all, each camera keeps its floor rate and risk shares out the rest.
 */
export class InferenceLoop {
  readonly #cameras = new Map<CameraStation, CameraSampling>();
  readonly #schedule = new FairSchedule<CameraStation>();
  /** Looks that are under way, one per camera at most: its frames are measured in their order. */
  readonly #inside = new Map<CameraStation, Promise<void>>();
  #resume: (() => void) | undefined;
  #stopped = false;

  constructor(private readonly options: InferenceLoopOptions) {}

  /** From now on the newest frames of this station are looked at. */
  add(station: CameraStation): void {
    const { clock, sampling } = this.options;
    const { wanted } = station;
    const now = clock.now();
    this.#cameras.set(station, new CameraSampling(station.view.zones, wanted, now));
    this.#schedule.add(station, Math.min(wanted, sampling.floor), now);
    this.wake();
  }

  /** Takes no further frame of this station; one that is with the models is still measured. */
  remove(station: CameraStation): void {
    this.#cameras.delete(station);
    this.#schedule.remove(station);
  }

  /** A frame waits. */
  wake(): void {
    this.#resume?.();
  }

  stop(): void {
    this.#stopped = true;
    this.wake();
  }

  /** How a station was sampled since the last call; nothing of one that is not here. */
  report(station: CameraStation): Pick<CameraHealth, 'sampling'> {
    const sampling = this.#cameras.get(station)?.report(this.options.clock.now());
    return sampling === undefined ? {} : { sampling };
  }

  /** Resolves after `stop`, when no frame is with the models any more. */
  async run(): Promise<void> {
    while (!this.#stopped) {
      const room = this.#inside.size < this.options.framesAtOnce();
      const station = room ? this.#next() : undefined;
      if (station === undefined) {
        await new Promise<void>((resume) => {
          this.#resume = resume;
        });
      } else {
        const look = this.#look(station).finally(() => {
          this.#inside.delete(station);
          this.wake();
        });
        this.#inside.set(station, look);
      }
    }
    await Promise.all(this.#inside.values());
  }

  #next(): CameraStation | undefined {
    const now = this.options.clock.now();
    const candidates: Candidate<CameraStation>[] = [];
    for (const [station, sampling] of this.#cameras) {
      if (!station.isWaiting || this.#inside.has(station)) continue;
      candidates.push({ camera: station, weight: sampling.weightAt(now) });
    }
    const chosen = this.#schedule.next(candidates, now);
    const candidate = candidates.find(({ camera }) => camera === chosen);
    if (candidate !== undefined) this.#schedule.begin(candidate, now);
    return chosen;
  }

  async #look(station: CameraStation): Promise<void> {
    const { clock, modelsOf, onLooked } = this.options;
    const sampling = this.#cameras.get(station);
    const frame = sampling && station.take();
    if (frame === undefined || sampling === undefined) return;
    const began = clock.now();
    const { capturedAt } = frame;
    const [measured] = await Promise.all([
      analyseFrame(frame, modelsOf(station.camera), station.view, {
        isWatched: station.isWatching(capturedAt),
        mayRest: this.options.sampling.restDensity && sampling.mayRest(capturedAt),
        correction: station.correction,
        flow: station.flow,
      }),
      station.look(frame),
    ]);
    frame.release();
    const took = (clock.now() - began) / this.options.framesAtOnce();
    this.#schedule.finish(station, took);
    sampling.spent(took);
    if (measured.ok) {
      station.measured(measured.value);
      sampling.measured(measured.value);
    } else station.failed(capturedAt);
    onLooked(station, measured.ok ? undefined : measured.message);
  }
}
