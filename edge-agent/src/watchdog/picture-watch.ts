import type { PictureFault } from '@throng/contract';
import { FrozenWatch } from './frozen-watch.js';
import type { Glimpse } from './glimpse.js';
import { type MoveMemory, MoveWatch } from './move-watch.js';
import { tileSights } from './sight.js';
import { SightWatch } from './sight-watch.js';

/** Milliseconds between two glimpses of a camera. */
const EVERY = 1_000;

export interface FoundFault {
  readonly fault: PictureFault;
  /** Milliseconds since 1970-01-01T00:00:00Z at which it was first seen. */
  readonly since: number;
}

export interface PictureWatchOptions {
  /** The faults that are watched for. */
  readonly faults: readonly PictureFault[];
  /** Cells of the signature that lie under a mask. */
  readonly ignored: ReadonlySet<number>;
  /** What an earlier run knew of this camera and this calibration. */
  readonly memory: MoveMemory | undefined;
  readonly onMemory: (memory: MoveMemory | undefined) => void;
  /** Told of the fault whenever another one, or none, holds. */
  readonly onChange: (found: FoundFault | undefined) => void;
}

/**
 * All watches over one camera's picture. It is handed a glimpse a second and decides whether what
 * the camera shows may be counted. Lost sight is said before a frozen picture, that before a move.
 */
export class PictureWatch {
  readonly #sight = new SightWatch();
  readonly #frozen = new FrozenWatch();
  readonly #move: MoveWatch;
  #next = Number.NEGATIVE_INFINITY;
  #said: PictureFault | undefined;

  constructor(private readonly options: PictureWatchOptions) {
    this.#move = new MoveWatch(options.ignored, options.memory, options.onMemory);
    this.#said = this.found?.fault;
  }

  get found(): FoundFault | undefined {
    return [this.#sight.fault, this.#frozen.fault, this.#move.fault].find(
      (found) => found !== undefined && this.options.faults.includes(found.fault),
    );
  }

  /** Whether the frame of this moment (ms) is one to look at. */
  isDue(capturedAt: number): boolean {
    return this.options.faults.length > 0 && capturedAt >= this.#next;
  }

  look({ digest, luma }: Glimpse, at: number): void {
    this.#next = at + EVERY;
    this.#sight.look(tileSights(luma), at);
    this.#frozen.look(digest, at);
    // A picture without sight says nothing of the place.
    if (!this.#sight.isLost) this.#move.look(luma, at);
    this.#tell();
  }

  /** Somebody looked and says that the camera hangs as it should. */
  confirm(): void {
    this.#move.confirm();
    this.#tell();
  }

  #tell(): void {
    const { found } = this;
    if (found?.fault === this.#said) return;
    this.#said = found?.fault;
    this.options.onChange(found);
  }
}
