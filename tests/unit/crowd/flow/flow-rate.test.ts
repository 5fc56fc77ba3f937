import { flowRate, specificFlow } from '@throng/crowd';
import { describe, expect, it } from 'vitest';

describe('flow', () => {
  it('[U] persons per second between two counts', () => {
    expect(flowRate(40, 100, 30)).toBe(2);
  });

  it('[U] a time span that is not positive is refused', () => {
    expect(() => flowRate(0, 1, 0)).toThrow(/must be positive/);
    expect(() => flowRate(0, 1, Number.NaN)).toThrow(RangeError);
  });

  it('[U] specific flow is flow per metre of width; a door has some width', () => {
    expect(specificFlow(3, 2)).toBe(1.5);
    expect(() => specificFlow(3, 0)).toThrow(/must be positive/);
  });
});
