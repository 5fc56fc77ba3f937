import { describe, expect, it } from 'vitest';
import { TakeoverWatch } from '../../../../edge-agent/src/adapters/mqtt/takeover-watch.js';

describe('[U] takeover watch', () => {
  it('speaks up at the third kick within a minute, then starts over', () => {
    const watch = new TakeoverWatch();
    expect([0, 2_000, 4_000, 6_000, 8_000, 10_000].map((at) => watch.kicked(at))).toEqual([
      false,
      false,
      true,
      false,
      false,
      true,
    ]);
  });

  it('takes rare kicks for accidents', () => {
    const watch = new TakeoverWatch();
    expect([0, 61_000, 122_000, 183_000].map((at) => watch.kicked(at))).not.toContain(true);
  });
});
