import { decodeLive } from '@throng/contract';
import type { DashboardEvent } from '../state/dashboard-event.js';
import { backoffDelay } from './backoff.js';

/** A socket that says nothing for so long is dead, whatever the network stack believes. */
const SILENCE_LIMIT = 10_000;
/** A connection that lived so long was sound: the next loss starts with the shortest delay. */
const SOUND_AFTER = 20_000;

/** The part of a WebSocket that is used: events `message` and `close`, and a way to end it. */
export interface LiveConnection extends EventTarget {
  close(): void;
}

export interface LiveSocketPorts {
  readonly open: () => LiveConnection;
  readonly dispatch: (event: DashboardEvent) => void;
  readonly now: () => number;
  readonly random: () => number;
}

export interface LiveSocket {
  /** Gives up the present connection, and takes a new snapshot from the next one. */
  readonly resync: () => void;
  /** Tries at once where an attempt is pending: the network is back, or the page is looked at again. */
  readonly hurry: () => void;
}

/**
 * Keeps one connection to the live channel for as long as the page is open: decodes each message,
 * turns all that happens into events, and comes back after every loss.
 */
export const keepLive = ({ open, dispatch, now, random }: LiveSocketPorts): LiveSocket => {
  let socket: LiveConnection | null = null;
  let attempt = 0;
  let openedAt = 0;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let silence: ReturnType<typeof setTimeout> | undefined;

  const connect = (): void => {
    clearTimeout(retry);
    dispatch({ type: 'connecting', now: now() });
    const current = open();
    socket = current;
    openedAt = now();
    current.addEventListener('message', (event) => {
      if (socket === current && event instanceof MessageEvent) hear(String(event.data));
    });
    current.addEventListener('close', () => {
      if (socket === current) giveUp();
    });
    expectNews();
  };

  const hear = (text: string): void => {
    expectNews();
    const decoded = decodeLive(text);
    dispatch(
      decoded.ok
        ? { type: 'received', now: now(), message: decoded.value }
        : { type: 'refused', now: now(), why: decoded.message },
    );
  };

  const expectNews = (): void => {
    clearTimeout(silence);
    silence = setTimeout(giveUp, SILENCE_LIMIT);
  };

  const giveUp = (): void => {
    clearTimeout(silence);
    const lost = socket;
    socket = null;
    lost?.close();
    if (now() - openedAt >= SOUND_AFTER) attempt = 0;
    const delay = backoffDelay(attempt, random());
    attempt += 1;
    dispatch({ type: 'disconnected', now: now(), retryAt: now() + delay });
    clearTimeout(retry);
    retry = setTimeout(connect, delay);
  };

  connect();
  return {
    resync: giveUp,
    hurry: () => {
      if (socket === null) connect();
    },
  };
};
