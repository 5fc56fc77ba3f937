import { describe, expect, it } from 'vitest';
import { RetryPause } from '../../../../../control-server/src/adapters/postgres/retry-pause.js';

describe('[U] pause between attempts to connect', () => {
  it('doubles from a quarter of a second to five, and ends with success', () => {
    let now = 0;
    const pause = new RetryPause(
      () => now,
      () => 0,
    );
    const lengths: number[] = [];
    for (let attempt = 0; attempt < 7; attempt += 1) {
      pause.failed(`cause ${attempt}`);
      const began = now;
      while (pause.standing !== undefined) now += 50;
      lengths.push(now - began);
    }
    expect(lengths).toEqual([250, 500, 1_000, 2_000, 4_000, 5_000, 5_000]);
    pause.failed('again');
    pause.worked();
    expect(pause.standing).toBeUndefined();
    pause.failed('a first time');
    now += 200;
    expect(pause.standing).toBe('a first time');
    now += 50;
    expect(pause.standing).toBeUndefined();
  });

  it('is up to a quarter shorter by chance', () => {
    let now = 0;
    const pause = new RetryPause(
      () => now,
      () => 1,
    );
    pause.failed('away');
    now = 187;
    expect(pause.standing).toBe('away');
    now = 188;
    expect(pause.standing).toBeUndefined();
  });
});
