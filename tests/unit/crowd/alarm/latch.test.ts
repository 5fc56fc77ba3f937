import { advanceLatch, type Latch, latchOff, latchOn, type Signal } from '@throng/crowd';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const DELAYS = { onSeconds: 10, offSeconds: 30 };

/** The latch after one signal per second. */
const latchAfter = (start: Latch, signals: readonly Signal[]): Latch =>
  signals.reduce(
    (latch, signal, second) => advanceLatch(latch, signal, second * 1_000, DELAYS),
    start,
  );

const seconds = (count: number, signal: Signal): Signal[] =>
  Array.from({ length: count }, () => signal);

describe('[U] latch', () => {
  it('goes on after the whole on-delay and not a second earlier', () => {
    expect(latchAfter(latchOff, seconds(10, 'on')).on).toBe(false);
    expect(latchAfter(latchOff, seconds(11, 'on')).on).toBe(true);
  });

  it('goes off after the whole off-delay and not a second earlier', () => {
    expect(latchAfter(latchOn, seconds(30, 'off')).on).toBe(true);
    expect(latchAfter(latchOn, seconds(31, 'off')).on).toBe(false);
  });

  it.each<Signal>(['off', 'between', 'unknown'])('%s starts the on-delay anew', (signal) => {
    expect(latchAfter(latchOff, [...seconds(10, 'on'), signal, ...seconds(10, 'on')]).on).toBe(
      false,
    );
  });

  it.each<Signal>(['on', 'between', 'unknown'])('%s starts the off-delay anew', (signal) => {
    expect(latchAfter(latchOn, [...seconds(30, 'off'), signal, ...seconds(30, 'off')]).on).toBe(
      true,
    );
  });

  it('one observation alone never changes it, even without a delay', () => {
    const eager = { onSeconds: 0, offSeconds: 0 };
    expect(advanceLatch(latchOff, 'on', 0, eager).on).toBe(false);
    expect(advanceLatch(latchOn, 'off', 0, eager).on).toBe(true);
  });

  it('remembers since when the condition held that led to its state', () => {
    expect(latchAfter(latchOff, [...seconds(3, 'off'), ...seconds(11, 'on')]).heldSince).toBe(
      3_000,
    );
  });

  it('never changes faster than its delays, whatever it is told', () => {
    const signal = fc.constantFrom<Signal>('on', 'off', 'between', 'unknown');
    fc.assert(
      fc.property(fc.array(signal, { maxLength: 300 }), (signals) => {
        let latch: Latch = latchOff;
        let changedAt = 0;
        for (const [second, each] of signals.entries()) {
          const next = advanceLatch(latch, each, second * 1_000, DELAYS);
          if (next.on !== latch.on) {
            expect(second - changedAt).toBeGreaterThanOrEqual(next.on ? 10 : 30);
            changedAt = second;
          }
          latch = next;
        }
      }),
    );
  });
});
