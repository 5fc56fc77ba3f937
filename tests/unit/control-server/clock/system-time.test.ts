import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { timerBy } from '../../../../control-server/src/adapters/system-time.js';

const timer = timerBy({ now: () => Date.now() });

/** Milliseconds after a whole second at which each call came. */
const phasesOf = (seconds: number): number[] => {
  const phases: number[] = [];
  const end = timer.every(1_000, () => phases.push(Date.now() % 1_000), 250);
  vi.advanceTimersByTime(seconds * 1_000);
  end();
  return phases;
};

describe('[U] a timer in phase', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it.each([0, 249, 250, 251, 999])(
    'begun %d ms after a second, it calls 250 ms after each',
    (at) => {
      vi.setSystemTime(Date.UTC(2026, 6, 4, 19, 30) + at);
      const phases = phasesOf(5);
      expect(phases.length).toBeGreaterThanOrEqual(4);
      expect(new Set(phases)).toEqual(new Set([250]));
    },
  );

  it('finds its phase again when the clock is set', () => {
    vi.setSystemTime(Date.UTC(2026, 6, 4, 19, 30));
    const phases: number[] = [];
    timer.every(1_000, () => phases.push(Date.now() % 1_000), 250);
    vi.advanceTimersByTime(1_500);
    vi.setSystemTime(Date.now() - 3_600_000 + 400);
    vi.advanceTimersByTime(4_000);
    const settled = phases.slice(3); // two before, and the one that was under way
    expect(settled).toEqual(settled.map(() => 250));
    expect(settled.length).toBeGreaterThanOrEqual(2);
  });

  it('ends when it is told', () => {
    const called = vi.fn();
    timer.every(1_000, called, 250)();
    vi.advanceTimersByTime(5_000);
    expect(called).not.toHaveBeenCalled();
  });
});
