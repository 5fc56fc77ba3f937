import { describe, expect, it } from 'vitest';
import { FrameInterval } from '../../../../edge-agent/src/flow/frame-interval.js';

const intervals = (times: readonly number[]): number[] => {
  const interval = new FrameInterval();
  return times.map((at) => interval.next(at)).slice(1);
};

describe('[U] frame interval', () => {
  it('is the time between frames that come evenly', () => {
    for (const seconds of intervals([0, 200, 400, 600])) expect(seconds).toBeCloseTo(0.2, 9);
  });

  it('a burst of the network changes little', () => {
    for (const seconds of intervals([0, 200, 400, 600, 890, 900, 1_000, 1_200])) {
      expect(seconds).toBeGreaterThan(0.15);
      expect(seconds).toBeLessThan(0.25);
    }
  });

  it('a missing frame is time that passed', () => {
    expect(intervals([0, 200, 400, 800]).at(-1)).toBeCloseTo(0.4, 9);
  });
});
