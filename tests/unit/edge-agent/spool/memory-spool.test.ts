import { describe, expect, it } from 'vitest';
import type { SpooledWindow } from '../../../../edge-agent/src/ports/window-spool.js';
import { MemorySpool } from '../../../../edge-agent/src/spool/memory-spool.js';
import { Thinning } from '../../../../edge-agent/src/spool/thinning.js';
import { describeSpool, spooledFrom } from './spool-contract.js';

describeSpool('memory', (limits) => new MemorySpool(limits));

describe('[U] thinning', () => {
  it('keeps every 2nd second of the older half, then every 4th', () => {
    const windows = spooledFrom(1, 16);
    const thinning = new Thinning();
    const history = (left: readonly SpooledWindow[]) => ({
      slice: (after: number, upTo: number) => left.filter(({ id }) => id > after && id <= upTo),
      middle: () => left[Math.floor(left.length / 2) - 1]?.id ?? 0,
    });
    const first = thinning.next(history(windows));
    expect(first).toEqual([1, 3, 5, 7]);
    const left = windows.filter(({ id }) => !first.includes(id));
    expect(thinning.next(history(left))).toEqual([9]); // what has come into the older half
    const rest = left.filter(({ id }) => id !== 9);
    expect(thinning.next(history(rest))).toEqual([2, 6, 10]);
  });
});
