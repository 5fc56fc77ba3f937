import { ok } from '@throng/contract';
import type {
  SpoolContent,
  SpooledWindow,
  SpoolLimits,
  SpoolResult,
  WindowSpool,
} from '../ports/window-spool.js';
import { type History, Thinning } from './thinning.js';

/** Bytes that a window costs beside its payload. */
const OVERHEAD = 200;

const sizeOf = ({ payload }: SpooledWindow): number => payload.byteLength + OVERHEAD;

/** Keeps windows in memory: what an agent without a disk that works lives on. */
export class MemorySpool implements WindowSpool, History {
  readonly #thinning = new Thinning();
  #windows: SpooledWindow[] = [];
  #bytes = 0;
  #thinned = 0;
  #expired = 0;

  constructor(private readonly limits: SpoolLimits) {}

  append(windows: readonly SpooledWindow[], now: number): SpoolResult<void> {
    this.#windows.push(...windows);
    this.#windows.sort((a, b) => a.id - b.id);
    this.#bytes += windows.reduce((sum, window) => sum + sizeOf(window), 0);
    this.#makeRoom(now);
    return ok(undefined);
  }

  newest(
    below: number,
    limit: number,
    isTaken: (id: number) => boolean,
  ): SpoolResult<SpooledWindow[]> {
    const found: SpooledWindow[] = [];
    for (let index = this.#windows.length - 1; index >= 0 && found.length < limit; index -= 1) {
      const window = this.#windows[index];
      if (window !== undefined && window.id < below && !isTaken(window.id)) found.push(window);
    }
    return ok(found);
  }

  forget(ids: readonly number[]): SpoolResult<void> {
    this.#remove(new Set(ids));
    return ok(undefined);
  }

  content(): SpoolContent {
    return {
      windows: this.#windows.length,
      bytes: this.#bytes,
      oldest: this.#windows[0]?.start,
      newestId: this.#windows.at(-1)?.id ?? 0,
      thinned: this.#thinned,
      expired: this.#expired,
    };
  }

  close(): void {
    this.#windows = [];
    this.#bytes = 0;
  }

  #makeRoom(now: number): void {
    const old = this.#windows.filter(({ start }) => start < now - this.limits.ageMs);
    this.#expired += this.#remove(new Set(old.map(({ id }) => id)));
    if (this.#bytes < this.limits.bytes / 2) this.#thinning.reset();
    while (this.#bytes > this.limits.bytes && this.#windows.length > 1) {
      this.#thinned += this.#remove(new Set(this.#thinning.next(this)));
    }
  }

  slice(after: number, upTo: number): readonly SpooledWindow[] {
    return this.#windows.filter(({ id }) => id > after && id <= upTo);
  }

  middle(): number {
    return this.#windows[Math.floor(this.#windows.length / 2) - 1]?.id ?? 0;
  }

  #remove(ids: ReadonlySet<number>): number {
    if (ids.size === 0) return 0;
    const before = this.#windows.length;
    this.#windows = this.#windows.filter(({ id }) => !ids.has(id));
    this.#bytes = this.#windows.reduce((sum, window) => sum + sizeOf(window), 0);
    return before - this.#windows.length;
  }
}
