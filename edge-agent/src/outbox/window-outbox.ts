import type { ServerStatus } from '@throng/contract';
import { type Clock, every } from '../ports/clock.js';
import type { SpooledWindow, WindowSpool } from '../ports/window-spool.js';
import { ServerPresence } from './server-presence.js';
import { SettledWindows } from './settled-windows.js';

/** A window that is complete: as it is sent now, and as it would be sent late. */
export interface OutgoingWindow {
  readonly topic: string;
  /** Epoch ms. */
  readonly start: number;
  readonly live: Uint8Array;
  readonly late: Uint8Array;
}

/** An open line to the broker. */
export interface Line {
  /** Sends with QoS 1; calls back once the broker has answered: taken, or refused by its access rules. */
  send(topic: string, payload: Uint8Array, answered: (taken: boolean) => void): void;
}

export interface OutboxOptions {
  readonly spool: WindowSpool;
  readonly clock: Clock;
  /** Late windows per second, at most. */
  readonly latePerSecond: number;
  /** Whether only a server that is there makes an acknowledgement count, or the broker's is enough. */
  readonly needsServer: boolean;
}

/** Milliseconds between a window and the transaction that holds it, with all others of its tick. */
const COMMIT_AFTER = 50;
const LATE_EVERY = 100;
const HOUSEKEEPING = 1_000;
/** Windows sent and not yet acknowledged, live and late: what is late never fills the line. */
const LIVE_ON_THE_WAY = 64;
const LATE_ON_THE_WAY = 32;
const FORGOTTEN_AT_ONCE = 2_000;
/** Milliseconds without history after a refusal: each live window asks again anyway. */
const REFUSED_PAUSE = 30_000;
/** Ids begin with the time, in 1/1024 ms, so that they rise over restarts even without a disk. */
const IDS_PER_MS = 1_024;

/**
 * Decides what is sent next. Every window goes to the spool; the newest of each camera is also sent
 * at once (KEEP_LATEST_PER_CAMERA while the line is down). What was not surely heard follows from
 * the spool, newest first, at a limited rate and only while a server is there. A window leaves the
 * spool 60 s after its acknowledgement, if broker and server lived that long.
 */
export class WindowOutbox {
  readonly presence: ServerPresence;
  readonly #settled = new SettledWindows();
  readonly #timers = new AbortController();
  readonly #live = new Map<string, { readonly id: number; readonly payload: Uint8Array }>();
  readonly #onTheWay = { live: new Set<number>(), late: new Set<number>() };
  #unsaved: SpooledWindow[] = [];
  #line: Line | undefined;
  #nextId: number;
  /** History below this id has not been looked at since the line or the server came back. */
  #cursor = Number.MAX_SAFE_INTEGER;
  /** Nothing was left below the cursor when it was last looked at. */
  #isAtEnd = false;
  #wasThere = false;
  #resent = 0;
  #refusedAt = Number.NEGATIVE_INFINITY;

  constructor(private readonly options: OutboxOptions) {
    const { clock, spool } = options;
    const now = clock.now();
    this.presence = new ServerPresence(now);
    this.#nextId = Math.max(now * IDS_PER_MS, spool.content().newestId + 1);
    every(clock, LATE_EVERY, () => this.#sendLate(), this.#timers.signal);
    every(clock, HOUSEKEEPING, () => this.#housekeep(), this.#timers.signal);
  }

  add({ topic, start, live, late }: OutgoingWindow): void {
    const id = this.#nextId;
    this.#nextId += 1;
    if (this.#unsaved.length === 0) this.options.clock.after(COMMIT_AFTER, () => this.save());
    this.#unsaved.push({ id, topic, start, payload: late });
    this.#live.set(topic, { id, payload: live });
    this.#sendLive();
  }

  /** The broker lets us in. */
  opened(line: Line): void {
    this.#line = line;
    this.#cursor = Number.MAX_SAFE_INTEGER;
    this.#sendLive();
  }

  /** The line is down: what was on its way waits again, and so does what was acknowledged of late. */
  closed(): void {
    this.#line = undefined;
    this.#onTheWay.live.clear();
    this.#onTheWay.late.clear();
    this.presence.lost(this.options.clock.now());
    this.#doubt();
  }

  heardServer(status: ServerStatus, retained: boolean): void {
    this.presence.heard(status, retained, this.options.clock.now());
    this.#watchServer();
  }

  /** Windows that no server has surely heard. */
  get waiting(): number {
    const { windows } = this.options.spool.content();
    return Math.max(0, windows + this.#unsaved.length - this.#settled.size);
  }

  /** Windows that the broker has not acknowledged although it could. */
  get isBusy(): boolean {
    return this.#live.size + this.#onTheWay.live.size + this.#onTheWay.late.size > 0;
  }

  /** Windows sent as late ones since the start. */
  get resent(): number {
    return this.#resent;
  }

  /** Writes what came since the last transaction. */
  save(): void {
    const windows = this.#unsaved;
    this.#unsaved = [];
    if (windows.length > 0) this.options.spool.append(windows, this.options.clock.now());
  }

  /** Sends no more history; what is on its way may still be acknowledged. */
  stop(): void {
    this.#timers.abort();
    this.save();
  }

  #sendLive(): void {
    for (const [topic, { id, payload }] of this.#live) {
      if (this.#line === undefined || this.#onTheWay.live.size >= LIVE_ON_THE_WAY) return;
      this.#live.delete(topic);
      this.#send(id, topic, payload, this.#onTheWay.live);
    }
  }

  #sendLate(): void {
    const { clock, latePerSecond, spool } = this.options;
    if (this.#line === undefined || !this.#isHeard()) return;
    if (Math.abs(clock.now() - this.#refusedAt) < REFUSED_PAUSE) return; // or the time went back
    const room = LATE_ON_THE_WAY - this.#onTheWay.late.size;
    const share = Math.ceil((latePerSecond * LATE_EVERY) / 1_000);
    const limit = Math.min(room, share);
    if (limit <= 0 || this.waiting === 0) return;
    const history = spool.newest(this.#cursor, limit, (id) => this.#isTaken(id));
    if (!history.ok) return;
    this.#isAtEnd = history.value.length < limit;
    for (const { id, payload, topic } of history.value) {
      this.#cursor = id;
      this.#resent += 1;
      this.#send(id, topic, payload, this.#onTheWay.late);
    }
  }

  #send(id: number, topic: string, payload: Uint8Array, onTheWay: Set<number>): void {
    const line = this.#line;
    if (line === undefined) return;
    onTheWay.add(id);
    line.send(topic, payload, (taken) => {
      if (this.#line !== line) return; // of a line that is gone: it waits again
      onTheWay.delete(id);
      const now = this.options.clock.now();
      if (!taken) this.#refusedAt = now;
      // Acknowledged while no server is there, it was heard by nobody: it stays and follows late.
      else if (this.#isHeard()) this.#settled.add(id, now);
      this.#sendLive();
    });
  }

  #isHeard(): boolean {
    return !this.options.needsServer || this.presence.isThere(this.options.clock.now());
  }

  /** Not to be sent from the spool now: surely heard, on its way, or about to be sent live. */
  #isTaken(id: number): boolean {
    if (this.#settled.has(id)) return true;
    if (this.#onTheWay.live.has(id) || this.#onTheWay.late.has(id)) return true;
    for (const live of this.#live.values()) if (live.id === id) return true;
    return false;
  }

  #housekeep(): void {
    this.#watchServer();
    const { clock, spool } = this.options;
    const ids = this.#settled.forgettable(clock.now(), FORGOTTEN_AT_ONCE);
    if (ids.length > 0 && spool.forget(ids).ok) this.#settled.forget(ids);
    // What was passed over or came meanwhile is looked for again.
    if (this.#isAtEnd && this.waiting > 0) this.#cursor = Number.MAX_SAFE_INTEGER;
  }

  #watchServer(): void {
    if (!this.options.needsServer) return;
    const isThere = this.presence.isThere(this.options.clock.now());
    if (isThere !== this.#wasThere) this.#doubt();
    this.#wasThere = isThere;
  }

  #doubt(): void {
    this.#settled.doubt();
    this.#cursor = Number.MAX_SAFE_INTEGER;
  }
}
