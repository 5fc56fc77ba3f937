import { once } from 'node:events';
import { decodeLive } from '@throng/contract';
import WebSocket from 'ws';

/** What a page saw since its timing began. */
export interface PageSeen {
  readonly isOpen: boolean;
  /** Numbers of the live channel that never came, and messages that break the contract. */
  readonly holes: number;
  readonly longestGapMs: number;
}

/** A page that reads, as the dashboard does, and counts what it misses. */
export const goodPage = async (origin: string) => {
  const socket = new WebSocket(`${origin.replace(/^http/, 'ws')}/ws`, { origin });
  let [heardAt, longestGapMs, holes] = [performance.now(), 0, 0];
  let last: number | undefined;
  socket.on('error', () => {});
  socket.on('message', (text) => {
    const now = performance.now();
    longestGapMs = Math.max(longestGapMs, now - heardAt);
    heardAt = now;
    const decoded = decodeLive(String(text));
    if (!decoded.ok) holes += 1;
    else if (decoded.value.type === 'snapshot') last = decoded.value.sequence;
    else if (decoded.value.type === 'delta') {
      if (last !== undefined && decoded.value.sequence !== last + 1) holes += 1;
      last = decoded.value.sequence;
    }
  });
  await once(socket, 'open');
  return {
    beginTiming: (): void => {
      [heardAt, longestGapMs] = [performance.now(), 0];
    },
    seen: (): PageSeen => ({
      isOpen: socket.readyState === WebSocket.OPEN,
      holes,
      longestGapMs: Math.max(longestGapMs, performance.now() - heardAt),
    }),
    close: (): void => socket.terminate(),
  };
};
