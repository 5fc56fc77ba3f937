import { type MeasurementWindow, toTimestamp } from '@throng/contract';
import { windowEnd } from '../admission/window-time.js';

/** Windows of a recording, in its order. */
export type RecordedWindows = AsyncIterator<MeasurementWindow>;

/** A window as of another time. @param by milliseconds. */
export const shifted = (window: MeasurementWindow, by: number): MeasurementWindow => ({
  ...window,
  start: toTimestamp(Date.parse(window.start) + by),
});

/** Hands a recording over as if it happened now: its first window, from a given minute on, ends at the begin. */
export class DrillFeed {
  readonly #windows: RecordedWindows;
  readonly #beginsAt: number;
  readonly #skip: number;
  #shift: number | undefined;
  #next: MeasurementWindow | undefined;
  #isOver = false;

  /** @param beginsAt epoch ms. @param skip milliseconds of the recording that are left out. */
  constructor(windows: RecordedWindows, beginsAt: number, skip: number) {
    this.#windows = windows;
    this.#beginsAt = beginsAt;
    this.#skip = skip;
  }

  get isOver(): boolean {
    return this.#isOver;
  }

  /** Those that have ended by `now`, epoch ms. */
  async due(now: number): Promise<MeasurementWindow[]> {
    const due: MeasurementWindow[] = [];
    for (;;) {
      const window = this.#next ?? (await this.#read());
      if (window === undefined) return due;
      if (windowEnd(window) > now) {
        this.#next = window;
        return due;
      }
      this.#next = undefined;
      due.push(window);
    }
  }

  async #read(): Promise<MeasurementWindow | undefined> {
    for (;;) {
      const { done, value } = await this.#windows.next();
      if (done === true) {
        this.#isOver = true;
        return undefined;
      }
      this.#shift ??= this.#beginsAt - windowEnd(value) - this.#skip;
      const window = shifted(value, this.#shift);
      if (windowEnd(window) >= this.#beginsAt) return window;
    }
  }
}
