import type { VenueDefinition } from '@throng/contract';
import type { Sight } from '../../access/sight.js';
import { type Changes, deltaText, listsText, snapshotText } from '../../live/live-feed.js';
import { dispatch, type Outbox, openOutbox } from '../../live/outbox.js';

/** What is needed of a WebSocket. */
export interface LiveSocket {
  /** Bytes sent but not yet taken by the network. */
  readonly bufferedAmount: number;
  send(text: string): void;
  ping(): void;
  on(event: 'pong', listener: () => void): unknown;
  close(code: number, reason: string): void;
  terminate(): void;
}

/** Bytes a client may owe before it counts as slow. */
const SLOW_BYTES = 1024 * 1024;

/** The text of changes is the same for every client but for its number, so it is made once. */
const texts = new WeakMap<Changes, string>();
const textOf = (changes: Changes): string => {
  const known = texts.get(changes);
  if (known !== undefined) return known;
  const text = listsText(changes);
  texts.set(changes, text);
  return text;
};

/** What a client may see, and for how long. */
export interface Listening {
  /** Null is the whole venue. */
  readonly sight: Sight | null;
  isGood(): boolean;
}

const FOR_EVERYBODY: Listening = { sight: null, isGood: () => true };

/** Sent to a page whose session has ended: it must log in again, not come back. */
export const SESSION_ENDED = 4401;

/** One page on the live channel. */
export class LiveClient {
  readonly #socket: LiveSocket;
  readonly #venue: () => VenueDefinition;
  readonly #listening: Listening;
  #sight: Sight | null;
  #outbox: Outbox = openOutbox;
  #alive = true;

  /** @param venue the whole of it, as it is now. */
  constructor(
    socket: LiveSocket,
    venue: () => VenueDefinition,
    listening: Listening = FOR_EVERYBODY,
  ) {
    this.#socket = socket;
    this.#listening = listening;
    this.#sight = listening.sight;
    this.#venue = venue;
    socket.on('pong', () => {
      this.#alive = true;
    });
  }

  /** What it may see; it stays until the client looks again. */
  get sight(): Sight | null {
    return this.#sight;
  }

  /** The venue has changed: another part of it may be in sight. */
  lookAgain(): void {
    this.#sight = this.#listening.sight;
  }

  /** Sends the page away if it may not listen any more; tells whether it stays. */
  checkPass(): boolean {
    const isGood = this.#listening.isGood();
    if (!isGood) this.#socket.close(SESSION_ENDED, 'the session has ended');
    return isGood;
  }

  /** Everything: the first message, and again when the venue has changed. `at` is epoch ms. */
  welcome(whole: Changes, at: number): void {
    const { next } = this.#outbox;
    // What was held back is in it.
    this.#outbox = { ...openOutbox, next: next + 1 };
    const venue = this.#sight?.venue ?? this.#venue();
    this.#socket.send(snapshotText(next, at, venue, textOf(whole)));
  }

  tell(changes: Changes, at: number): void {
    const slow = this.#socket.bufferedAmount > SLOW_BYTES;
    const [outbox, action] = dispatch(this.#outbox, changes, slow);
    this.#outbox = outbox;
    if (action.kind === 'send') {
      this.#socket.send(deltaText(action.sequence, at, textOf(action.changes)));
    } else if (action.kind === 'give-up') {
      this.#socket.terminate();
    }
  }

  checkAlive(): void {
    if (!this.#alive) {
      this.#socket.terminate();
      return;
    }
    this.#alive = false;
    this.#socket.ping();
  }

  goodbye(): void {
    this.#socket.close(1001, 'the server is going away');
  }
}
