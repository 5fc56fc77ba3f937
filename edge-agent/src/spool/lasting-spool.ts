import { ok } from '@throng/contract';
import type { Clock } from '../ports/clock.js';
import type { Log } from '../ports/log.js';
import type {
  SpoolContent,
  SpooledWindow,
  SpoolFault,
  SpoolResult,
  WindowSpool,
} from '../ports/window-spool.js';

/** The spool's file: how to open it, and how to move a damaged one out of the way. */
export interface SpoolFile {
  readonly path: string;
  open(): SpoolResult<WindowSpool>;
  /** Where the damaged file now lies. */
  setAside(): string;
}

const REMEDY: Record<SpoolFault, string> = {
  full: 'free space on this disk, or set spool.maxMegabytes lower',
  unwritable: 'let the agent’s user write the folder of `state`, and run one agent per folder',
  corrupt: 'nothing: the damaged file is set aside and a new one is made; check the disk',
};

/** Milliseconds between attempts to use the disk again. */
const RETRY = 10_000;
/** Windows moved from memory to the mended disk in one transaction. */
const MOVED_AT_ONCE = 200;

/**
 * A spool on disk that goes on in memory while the disk fails: nothing here ever stops the agent.
 * It tries the disk again every 10 s, and moves what it kept meanwhile.
 */
export class LastingSpool implements WindowSpool {
  #disk: WindowSpool | undefined;
  #fault: SpoolFault | undefined;
  #triedAt = Number.NEGATIVE_INFINITY;
  /** Given up on disks that are closed. */
  #before = { thinned: 0, expired: 0 };

  constructor(
    private readonly file: SpoolFile,
    private readonly memory: WindowSpool,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {
    this.#open();
  }

  get fault(): SpoolFault | undefined {
    return this.#fault;
  }

  append(windows: readonly SpooledWindow[], now: number): SpoolResult<void> {
    if (this.#fault !== undefined) this.#mend();
    const kept = this.#fault === undefined ? this.#disk?.append(windows, now) : undefined;
    if (kept?.ok === true) return kept;
    if (kept?.ok === false) this.#failed(kept.code, kept.message);
    return this.memory.append(windows, now);
  }

  newest(
    below: number,
    limit: number,
    isTaken: (id: number) => boolean,
  ): SpoolResult<SpooledWindow[]> {
    const inMemory = this.memory.newest(below, limit, isTaken);
    const onDisk = this.#disk?.newest(below, limit, isTaken);
    if (onDisk?.ok === false) this.#failed(onDisk.code, onDisk.message);
    const found = [inMemory, onDisk].flatMap((part) => (part?.ok ? part.value : []));
    return ok(found.toSorted((a, b) => b.id - a.id).slice(0, limit));
  }

  forget(ids: readonly number[]): SpoolResult<void> {
    this.memory.forget(ids);
    const forgotten = this.#disk?.forget(ids) ?? ok(undefined);
    if (!forgotten.ok) this.#failed(forgotten.code, forgotten.message);
    return forgotten;
  }

  content(): SpoolContent {
    const [memory, disk] = [this.memory.content(), this.#disk?.content()];
    const oldest = Math.min(
      memory.oldest ?? Number.POSITIVE_INFINITY,
      disk?.oldest ?? Number.POSITIVE_INFINITY,
    );
    return {
      windows: memory.windows + (disk?.windows ?? 0),
      bytes: memory.bytes + (disk?.bytes ?? 0),
      oldest: Number.isFinite(oldest) ? oldest : undefined,
      newestId: Math.max(memory.newestId, disk?.newestId ?? 0),
      thinned: memory.thinned + (disk?.thinned ?? 0) + this.#before.thinned,
      expired: memory.expired + (disk?.expired ?? 0) + this.#before.expired,
    };
  }

  close(): void {
    if (this.#fault !== undefined) this.#mend(true);
    this.#disk?.close();
    this.#disk = undefined; // what comes after the end stays in memory, and goes with it
    this.memory.close();
  }

  #open(): void {
    this.#triedAt = this.clock.now();
    const opened = this.file.open();
    if (opened.ok) this.#disk = opened.value;
    else this.#failed(opened.code, opened.message);
  }

  #failed(fault: SpoolFault, cause: string): void {
    this.#triedAt = this.clock.now();
    if (this.#fault !== fault) {
      const details = { spool: this.file.path, cause, remedy: REMEDY[fault] };
      this.log.error(details, `the spool is ${fault}: windows are kept in memory`);
    }
    this.#fault = fault;
    if (fault === 'full') return; // what lies there can still be read and sent
    this.#close();
    if (fault === 'corrupt') {
      try {
        this.log.warn({ aside: this.file.setAside() }, 'the damaged spool was set aside');
        this.#triedAt = Number.NEGATIVE_INFINITY;
      } catch (error) {
        this.#fault = 'unwritable';
        this.log.error({ cause: String(error) }, 'the damaged spool cannot be set aside');
      }
    }
  }

  #close(): void {
    const disk = this.#disk;
    this.#disk = undefined;
    if (disk === undefined) return;
    const { expired, thinned } = disk.content();
    this.#before.thinned += thinned;
    this.#before.expired += expired;
    disk.close();
  }

  /** Tries the disk, at most every 10 s, and moves to it what lies in memory. */
  #mend(now = false): void {
    if (!now && Math.abs(this.clock.now() - this.#triedAt) < RETRY) return; // or the time went back
    this.#triedAt = this.clock.now();
    if (this.#disk === undefined) this.#open();
    const disk = this.#disk;
    if (disk === undefined) return;
    for (;;) {
      const batch = this.memory.newest(Number.MAX_SAFE_INTEGER, MOVED_AT_ONCE, () => false);
      if (!batch.ok) return;
      const moved = disk.append(batch.value, this.clock.now());
      if (!moved.ok) {
        this.#failed(moved.code, moved.message);
        return;
      }
      if (batch.value.length === 0) break;
      this.memory.forget(batch.value.map(({ id }) => id));
    }
    this.#fault = undefined;
    this.log.info({ spool: this.file.path }, 'the spool is on disk again');
  }
}
