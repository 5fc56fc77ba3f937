import { describe, expect, it } from 'vitest';
import { parseSeeds } from '../../../../control-server/src/cli/seed-range.js';

describe('seeds on the command line', () => {
  it('[U] may be one, a range, or a list of both, each counted once', () => {
    expect(parseSeeds('7')).toEqual([7]);
    expect(parseSeeds('1-3')).toEqual([1, 2, 3]);
    expect(parseSeeds('1,3-5, 4')).toEqual([1, 3, 4, 5]);
  });

  it.each(['', 'x', '3-', '-3', '5-1', '1.5', '1-5000'])('[U] "%s" is refused', (text) => {
    expect(() => parseSeeds(text)).toThrow(/seed|ends/);
  });
});
