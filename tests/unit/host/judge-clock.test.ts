import {
  type ClockReading,
  type ClockState,
  HOLD_MS,
  judgeClock,
  STEP_MS,
  startClock,
} from '@throng/host';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const HOUR = 3_600_000;
const START = Date.parse('2026-07-04T19:30:00Z');

/** A clock that is read again and again. */
const reader = () => {
  let state: ClockState = startClock({ wall: START, steady: 0 });
  return (steady: number, ahead: number, synchronisedAt?: number) => {
    const judged = judgeClock(state, { steady, wall: START + steady + ahead, synchronisedAt });
    state = judged.state;
    return { ...judged, true: START + steady };
  };
};

/** What may happen between two readings: so much time passes, and somebody moves the clock. */
const happenings = fc.array(
  fc.record({
    passes: fc.integer({ min: 0, max: 120_000 }),
    moved: fc.oneof(
      { weight: 6, arbitrary: fc.integer({ min: -STEP_MS / 2, max: STEP_MS / 2 }) },
      { weight: 2, arbitrary: fc.constant(0) },
      { weight: 1, arbitrary: fc.integer({ min: -24 * HOUR, max: 24 * HOUR }) },
    ),
    isVouchedFor: fc.boolean(),
  }),
  { maxLength: 60 },
);

type Happening = { passes: number; moved: number; isVouchedFor: boolean };

/** All judgements of an evening, each beside the reading that it is of. */
const evening = (all: readonly Happening[]) => {
  let [state, steady, wall] = [startClock({ wall: START, steady: 0 }), 0, START];
  let synchronisedAt: number | undefined;
  return all.map(({ isVouchedFor, moved, passes }) => {
    steady += passes;
    wall += passes + moved;
    if (isVouchedFor) synchronisedAt = steady;
    const reading: ClockReading = { steady, wall, synchronisedAt };
    const before = state;
    const judged = judgeClock(state, reading);
    state = judged.state;
    return { before, judged, reading };
  });
};

describe('[U] a clock that is set while a program runs', () => {
  it('is followed while it drifts and is corrected by less than a step', () => {
    const read = reader();
    for (const [second, ahead] of [0, 40, -200, 2_700, 0, -2_900].entries()) {
      const judged = read(second * 1_000, ahead);
      expect(judged).toMatchObject({ time: judged.true + ahead, standing: { kind: 'followed' } });
    }
  });

  it.each([HOUR, -HOUR, 5_000, -5_000])('set by %d ms it is not believed', (ahead) => {
    const read = reader();
    const judged = read(10_000, ahead);
    expect(judged).toMatchObject({ time: judged.true, standing: { kind: 'held', ahead } });
    const later = read(60_000, ahead);
    expect(later).toMatchObject({ time: later.true, standing: { kind: 'held', ahead } });
  });

  it('set right again it is followed as if nothing had been', () => {
    const read = reader();
    read(10_000, HOUR);
    const judged = read(55_000, 12);
    expect(judged).toMatchObject({ time: judged.true + 12, standing: { kind: 'followed' } });
    expect(judged.state.step).toBeUndefined();
  });

  it('is believed at once when the machine vouches for it after the step, not before', () => {
    const read = reader();
    expect(read(10_000, -HOUR, 10_000).standing.kind).toBe('held');
    expect(read(20_000, -HOUR, 9_999).standing.kind).toBe('held');
    const judged = read(30_000, -HOUR, 25_000);
    expect(judged.standing).toEqual({ kind: 'taken-over', by: -HOUR });
    expect(judged.time).toBe(judged.true - HOUR);
    expect(read(31_000, -HOUR).standing.kind).toBe('followed');
  });

  it('is believed when it has stood for long enough, and a second step begins anew', () => {
    const read = reader();
    read(1_000, HOUR);
    read(400_000, 2 * HOUR);
    expect(read(1_000 + HOLD_MS, 2 * HOUR).standing.kind).toBe('held');
    expect(read(400_000 + HOLD_MS - 1, 2 * HOUR).standing.kind).toBe('held');
    expect(read(400_000 + HOLD_MS, 2 * HOUR).standing).toEqual({
      kind: 'taken-over',
      by: 2 * HOUR,
    });
  });

  it('moves as the steady clock does, to a step, unless it is taken over', () => {
    fc.assert(
      fc.property(happenings, (all) => {
        for (const { before, judged, reading } of evening(all)) {
          const moved = judged.time - (reading.steady + before.offset);
          if (judged.standing.kind !== 'taken-over') {
            expect(Math.abs(moved)).toBeLessThanOrEqual(STEP_MS);
          }
          if (judged.standing.kind === 'held') expect(moved).toBe(0);
        }
      }),
    );
  });

  it('never runs backwards while it is held', () => {
    fc.assert(
      fc.property(happenings, (all) => {
        const seen = evening(all);
        for (const [index, { judged }] of seen.entries()) {
          const last = seen[index - 1];
          if (last === undefined || judged.standing.kind !== 'held') continue;
          expect(judged.time).toBeGreaterThanOrEqual(last.judged.time);
        }
      }),
    );
  });

  it('ends at the machine’s time, whatever was done to it, once that is left alone', () => {
    fc.assert(
      fc.property(happenings, (all) => {
        const calm = { moved: 0, isVouchedFor: false };
        const end = [
          { passes: 0, ...calm },
          { passes: HOLD_MS, ...calm },
        ];
        const last = evening([...all, ...end]).at(-1);
        expect(last?.judged.time).toBe(last?.reading.wall);
      }),
    );
  });

  it('tells how far the time moved when it was taken over', () => {
    fc.assert(
      fc.property(happenings, (all) => {
        for (const { before, judged, reading } of evening(all)) {
          if (judged.standing.kind !== 'taken-over') continue;
          expect(judged.time).toBe(reading.wall);
          expect(judged.standing.by).toBe(reading.wall - (reading.steady + before.offset));
        }
      }),
    );
  });
});
