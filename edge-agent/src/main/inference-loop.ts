import { analyseFrame, type Models } from '../pipeline/analyse-frame.js';
import type { CameraStation } from './camera-station.js';

/**
 * The one loop that feeds the models: round robin over the cameras whose newest frame waits, so
 * that a busy camera starves no other. `wake` tells it of a new frame.
 */
export class InferenceLoop {
  #next = 0;
  #wake: (() => void) | undefined;
  #stopped = false;
  readonly #stations: CameraStation[] = [];

  constructor(
    private readonly models: Models,
    private readonly onLooked: (station: CameraStation, failure: string | undefined) => void,
  ) {}

  /** From now on the newest frames of this station are looked at. */
  add(station: CameraStation): void {
    this.#stations.push(station);
    this.wake();
  }

  /** Takes no further frame of this station; one that is with the models is still measured. */
  remove(station: CameraStation): void {
    const index = this.#stations.indexOf(station);
    if (index >= 0) this.#stations.splice(index, 1);
  }

  wake(): void {
    this.#wake?.();
  }

  stop(): void {
    this.#stopped = true;
    this.wake();
  }

  async run(): Promise<void> {
    while (!this.#stopped) {
      const station = this.#waiting();
      const frame = station?.take();
      if (station === undefined || frame === undefined) {
        await new Promise<void>((resolve) => {
          this.#wake = resolve;
        });
        continue;
      }
      const measured = await analyseFrame(
        frame,
        this.models,
        station.view,
        station.isWatching(frame.capturedAt),
      );
      frame.release();
      if (measured.ok) station.measured(measured.value);
      else station.failed(frame.capturedAt);
      this.onLooked(station, measured.ok ? undefined : measured.message);
    }
  }

  #waiting(): CameraStation | undefined {
    for (let turn = 0; turn < this.#stations.length; turn += 1) {
      const index = (this.#next + turn) % this.#stations.length;
      const station = this.#stations[index];
      if (station?.isWaiting !== true) continue;
      this.#next = index + 1;
      return station;
    }
    return undefined;
  }
}
