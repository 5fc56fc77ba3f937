import type { Frame } from '../ports/frame.js';

/**
 * Holds the newest frame only (KEEP_LATEST, capacity 1): a slow model sees the present, never a
 * growing past. A frame that was replaced unseen is released and counted as superseded.
 */
export class LatestFrameSlot {
  #frame: Frame | undefined;

  constructor(private readonly onSuperseded: (frame: Frame) => void) {}

  put(frame: Frame): void {
    const older = this.#frame;
    this.#frame = frame;
    if (older === undefined) return;
    this.onSuperseded(older);
    older.release();
  }

  /** The newest frame, which is now the taker's to release. */
  take(): Frame | undefined {
    const frame = this.#frame;
    this.#frame = undefined;
    return frame;
  }

  /** When the waiting frame was captured. */
  get waitingSince(): number | undefined {
    return this.#frame?.capturedAt;
  }
}
