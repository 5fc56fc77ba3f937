import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { backoffDelay } from '../../../../dashboard/src/adapters/backoff.js';
import { keepLive } from '../../../../dashboard/src/adapters/live-socket.js';
import { readPoints } from '../../../../dashboard/src/adapters/zone-record.js';
import type { DashboardEvent } from '../../../../dashboard/src/state/dashboard-event.js';
import { snapshot } from '../live-samples.js';

/** A socket in the hand of the test. */
class FakeSocket extends EventTarget {
  isClosed = false;
  close(): void {
    this.isClosed = true;
  }
  say(data: string): void {
    this.dispatchEvent(new MessageEvent('message', { data }));
  }
  fail(): void {
    this.dispatchEvent(new Event('close'));
  }
}

describe('[U] keeping the live channel', () => {
  let sockets: FakeSocket[];
  let events: DashboardEvent[];
  const types = () => events.map(({ type }) => type);
  const last = (): FakeSocket => {
    const socket = sockets.at(-1);
    if (socket === undefined) throw new Error('no socket was opened');
    return socket;
  };
  const start = () =>
    keepLive({
      open: () => {
        sockets.push(new FakeSocket());
        return last();
      },
      dispatch: (event) => events.push(event),
      now: Date.now,
      random: () => 1,
    });

  beforeEach(() => {
    vi.useFakeTimers();
    sockets = [];
    events = [];
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('decodes each message; one that breaks the contract is told as refused', () => {
    start();
    last().say(JSON.stringify(snapshot()));
    last().say('{"type":"delta"}');
    last().say('no JSON');
    expect(types()).toEqual(['connecting', 'received', 'refused', 'refused']);
  });

  it('comes back after a loss, waiting longer each time it fails', () => {
    start();
    last().fail();
    vi.advanceTimersByTime(499);
    expect(sockets).toHaveLength(1);
    vi.advanceTimersByTime(1);
    expect(sockets).toHaveLength(2);
    last().fail();
    vi.advanceTimersByTime(999);
    expect(sockets).toHaveLength(2);
    vi.advanceTimersByTime(1);
    expect(sockets).toHaveLength(3);
  });

  it('gives up a socket that is open but silent', () => {
    start();
    vi.advanceTimersByTime(9_999);
    expect(last().isClosed).toBe(false);
    vi.advanceTimersByTime(1);
    expect(sockets[0]?.isClosed).toBe(true);
    expect(types()).toContain('disconnected');
  });

  it('[LV4] resync closes the socket and hears nothing more from it', () => {
    const live = start();
    const old = last();
    live.resync();
    expect(old.isClosed).toBe(true);
    old.say(JSON.stringify(snapshot()));
    old.fail();
    expect(types()).toEqual(['connecting', 'disconnected']);
    vi.advanceTimersByTime(500);
    expect(sockets).toHaveLength(2);
  });

  it('hurries when the network is back, and leaves a sound connection alone', () => {
    const live = start();
    live.hurry();
    expect(sockets).toHaveLength(1);
    last().fail();
    live.hurry();
    expect(sockets).toHaveLength(2);
    vi.advanceTimersByTime(5_000);
    expect(sockets).toHaveLength(2);
  });
});

describe('[U] back-off', () => {
  it('doubles from half a second to a quarter of a minute, half of it chance', () => {
    expect([0, 1, 2, 5, 9].map((attempt) => backoffDelay(attempt, 1))).toEqual([
      500, 1_000, 2_000, 15_000, 15_000,
    ]);
    expect(backoffDelay(5, 0)).toBe(7_500);
  });
});

describe('[U] record of a zone', () => {
  it('reads the points that are sound and leaves out the rest', () => {
    const points = [
      { at: '2026-07-04T19:30:00.000Z', density: 1.5, persons: 3 },
      { at: 'yesterday', density: 1 },
      { at: '2026-07-04T19:30:10.000Z', density: 'much' },
      null,
    ];
    expect(readPoints({ points })).toEqual([{ at: Date.UTC(2026, 6, 4, 19, 30), density: 1.5 }]);
    expect(readPoints('no')).toEqual([]);
  });
});
