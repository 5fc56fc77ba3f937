import { describe, expect, it } from 'vitest';
import { passingTime } from '../../../../control-server/src/forecast/passing-time.js';

const at = (...points: readonly (readonly [number, number])[]) => ({
  seconds: points.map(([seconds]) => seconds),
  density: points.map(([, density]) => density),
});

describe('[U] the time until a limit is passed', () => {
  it('is interpolated between the two times around it', () => {
    expect(passingTime(at([0, 1], [60, 1.5], [120, 2.5]), 2)).toBe(90);
  });

  it('is null where the limit is not reached', () => {
    expect(passingTime(at([0, 1], [900, 1.9]), 2)).toBeNull();
  });

  it('is 0 where it has been reached already', () => {
    expect(passingTime(at([0, 2], [60, 1]), 2)).toBe(0);
  });

  it('is the first time of several', () => {
    expect(passingTime(at([0, 1], [60, 3], [120, 1], [300, 4]), 2)).toBe(30);
  });

  it('of two that are expected by one time the higher counts', () => {
    expect(passingTime(at([0, 1], [120, 1.5], [120, 3]), 2)).toBe(120);
    expect(passingTime(at([0, 1], [120, 1.5], [120, 1.2], [300, 2.5]), 2)).toBe(210);
  });
});
