import { describe, expect, it } from 'vitest';
import { backoff } from '../../../../edge-agent/src/feed/backoff.js';
import { CameraFeed } from '../../../../edge-agent/src/feed/camera-feed.js';
import type { StreamEnd } from '../../../../edge-agent/src/ports/frame-source.js';
import { FakeClock, settled } from '../support/fake-clock.js';
import { ScriptedSource } from '../support/scripted-source.js';

const failed: StreamEnd = { reason: 'failed', diagnosis: 'connection refused' };

const feedOf = (source: ScriptedSource) => {
  const clock = new FakeClock();
  const events: string[] = [];
  const feed = new CameraFeed(
    source,
    clock,
    {
      frame: (frame) => {
        events.push('frame');
        frame.release();
      },
      lost: ({ reason, diagnosis }, retryAfter) =>
        events.push(`lost: ${reason}, ${diagnosis}, again in ${retryAfter} ms`),
      recovered: () => events.push('recovered'),
      ended: () => events.push('ended'),
    },
    () => 1,
  );
  return { clock, events, feed, running: feed.run() };
};

describe('[U] camera feed', () => {
  it('opens a lost stream again, waits longer each time, and starts over after a frame', async () => {
    const source = new ScriptedSource([[failed], [failed], [1, failed], [1]]);
    const { clock, events, feed, running } = feedOf(source);
    await clock.advance(0);
    expect(feed).toMatchObject({ state: 'faulty', fault: 'no-signal', reconnects: 1 });
    await clock.advance(999);
    expect(source.opened).toBe(1);
    await clock.advance(1);
    expect(source.opened).toBe(2);
    await clock.advance(2_000);
    expect(source.opened).toBe(3);
    await clock.advance(1_000);
    expect(feed).toMatchObject({ state: 'running', fault: undefined, reconnects: 3 });
    expect(events).toEqual([
      'lost: failed, connection refused, again in 1000 ms',
      'lost: failed, connection refused, again in 2000 ms',
      'recovered',
      'frame',
      'lost: failed, connection refused, again in 1000 ms',
      'recovered',
      'frame',
    ]);
    feed.stop();
    await running;
  });

  it('tells a stall and a misfit from a lost signal', async () => {
    const stalled = feedOf(new ScriptedSource([[{ reason: 'stalled', diagnosis: '' }]]));
    const misfit = feedOf(new ScriptedSource([[{ reason: 'misfit', diagnosis: '' }]]));
    await settled();
    expect([stalled.feed.fault, misfit.feed.fault]).toEqual(['stalled', 'not-calibrated']);
    stalled.feed.stop();
    misfit.feed.stop();
    await Promise.all([stalled.running, misfit.running]);
  });

  it('ends with a file and does not open it again', async () => {
    const source = new ScriptedSource([[3, { reason: 'ended', diagnosis: '' }]]);
    const { events, feed, running } = feedOf(source);
    await running;
    expect(events).toEqual(['frame', 'frame', 'frame', 'ended']);
    expect(feed.state).toBe('ended');
    expect(source.opened).toBe(1);
  });

  it('stops at once, in a stream or in a pause', async () => {
    const reading = feedOf(new ScriptedSource([[1]]));
    const waiting = feedOf(new ScriptedSource([[failed]]));
    await settled();
    reading.feed.stop();
    waiting.feed.stop();
    await Promise.all([reading.running, waiting.running]);
  });

  it('waits between a half and the whole of a pause that doubles up to 30 s', () => {
    expect([1, 2, 3, 4, 5, 6, 7, 60].map((failures) => backoff(failures, 1))).toEqual([
      1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000,
    ]);
    expect(backoff(3, 0)).toBe(2_000);
  });
});
