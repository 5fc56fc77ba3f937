import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutFrames } from '../../../../edge-agent/src/frames/cut-frames.js';
import { FramePool } from '../../../../edge-agent/src/frames/frame-pool.js';
import { LatestFrameSlot } from '../../../../edge-agent/src/frames/latest-frame-slot.js';
import type { Frame } from '../../../../edge-agent/src/ports/frame.js';

const size = { width: 4, height: 3 };
const bytes = 36;

async function* inChunks(all: Uint8Array, lengths: readonly number[]) {
  let at = 0;
  for (let turn = 0; at < all.byteLength; turn += 1) {
    const length = Math.max(1, lengths[turn % lengths.length] ?? 1);
    yield all.subarray(at, at + length);
    at += length;
  }
}

describe('[U] cutting frames', () => {
  it('gives each byte its place, however the pipe cuts them, and drops an unfinished frame', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ minLength: 1, maxLength: 300 }),
        fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 6 }),
        async (all, lengths) => {
          const frames: number[][] = [];
          for await (const frame of cutFrames(
            inChunks(all, lengths),
            new FramePool(size),
            () => 7,
          )) {
            frames.push([...frame.pixels]);
            frame.release();
          }
          const whole = Math.floor(all.byteLength / bytes);
          expect(frames.flat()).toEqual([...all.subarray(0, whole * bytes)]);
        },
      ),
    );
  });

  it('uses as many buffers as there are frames in flight', async () => {
    const pool = new FramePool(size);
    const buffers = new Set<Uint8Array>();
    for await (const frame of cutFrames(
      inChunks(new Uint8Array(bytes * 50), [17]),
      pool,
      () => 0,
    )) {
      buffers.add(frame.pixels);
      frame.release();
    }
    expect(buffers.size).toBeLessThanOrEqual(2);
  });

  it('throws when a frame is released twice', () => {
    const pool = new FramePool(size);
    const frame = pool.frame(pool.take(), 0);
    frame.release();
    expect(() => frame.release()).toThrow('twice');
  });
});

describe('[U] latest-frame slot', () => {
  const frameAt = (capturedAt: number): Frame => {
    const pool = new FramePool(size);
    return pool.frame(pool.take(), capturedAt);
  };

  it('keeps the newest frame, counts and releases the ones before', () => {
    const superseded: number[] = [];
    const slot = new LatestFrameSlot((frame) => superseded.push(frame.capturedAt));
    const frames = [1, 2, 3].map(frameAt);
    for (const frame of frames) slot.put(frame);
    expect(slot.waitingSince).toBe(3);
    expect(slot.take()).toBe(frames[2]);
    expect(slot.take()).toBeUndefined();
    expect(superseded).toEqual([1, 2]);
    expect(() => frames[0]?.release()).toThrow('twice');
  });
});
