import { describe, expect, it } from 'vitest';
import { nextPause } from '../../../../control-server/src/adapters/process/group-member.js';

describe('[U] a server that is started again', () => {
  it('waits a second, twice as long each time it fails at once, half a minute at most', () => {
    const pauses: number[] = [];
    for (let pause = 0; pauses.length < 7; pauses.push(pause)) pause = nextPause(pause, 500);
    expect(pauses).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]);
  });

  it('waits a second again once it has run for a minute', () => {
    expect(nextPause(16_000, 59_999)).toBe(30_000);
    expect(nextPause(16_000, 60_000)).toBe(1_000);
  });
});
