import type { MeasurementWindow } from '@throng/contract';
import { describe, expect, it } from 'vitest';
import { observeTick } from '../../../../control-server/src/forecast/observe-tick.js';
import { advanceWarning, noWarning } from '../../../../control-server/src/forecast/warning.js';
import { planVenue } from '../../../../control-server/src/venue-plan/venue-plan.js';
import {
  countCrossings,
  emptyTally,
  withUncounted,
} from '../../../../control-server/src/venue-state/passage-tally.js';
import { sampleWindow } from '../../../support/sample-messages.js';
import { arena } from '../../simulation/arena.js';

const plan = planVenue(arena().venue);
const none = plan.venue.passages.map(() => emptyTally);
const gate = plan.passages.get('gate-a') ?? -1;

const window = (start: string, passages: MeasurementWindow['passages']): MeasurementWindow => ({
  ...sampleWindow(),
  start,
  passages,
});

/** The tallies after a tick before which these windows came, in that order. */
const counted = (
  before: ReturnType<typeof countCrossings>,
  ...windows: readonly MeasurementWindow[]
) => countCrossings(plan, before, windows.reduce(withUncounted, null));

describe('crossings on their way to the forecast', () => {
  const first = counted(
    none,
    window('2026-06-20T17:00:00.000Z', [{ passage: 'gate-a', in: 9, out: 1, recall: 0.9 }]),
  );

  it('[U] what a line misses is made up for by its recall', () => {
    expect(first[gate]?.in).toBeCloseTo(10, 9);
    expect(first[gate]?.out).toBeCloseTo(1 / 0.9, 9);
  });

  it('[U] a line that hardly sees anybody counts for nothing', () => {
    const blind = window('2026-06-20T17:00:00.000Z', [
      { passage: 'gate-a', in: 1, out: 0, recall: 0.1 },
    ]);
    expect(counted(none, blind)).toBe(none);
  });

  it('[U] windows of one tick are counted one after the other, as if each had its own', () => {
    const windows = [0.9, 0.7, 0.6].map((recall, second) =>
      window(`2026-06-20T17:00:0${second}.000Z`, [{ passage: 'gate-a', in: 5, out: 3, recall }]),
    );
    const oneByOne = windows.reduce<typeof first>((tallies, each) => counted(tallies, each), none);
    expect(counted(none, ...windows)).toEqual(oneByOne);
    expect(oneByOne[gate]?.in).toBeCloseTo(5 / 0.9 + 5 / 0.7 + 5 / 0.6, 9);
  });

  it('[U] a line that no window counted since the last tick is unknown, not empty', () => {
    const { crossings } = observeTick({ zones: [], passages: first }, none);
    expect(crossings[2 * gate]).toBeCloseTo(10, 9);
    expect(crossings[2 * gate + 2]).toBeNaN();
    expect(observeTick({ zones: [], passages: first }, first).crossings[2 * gate]).toBeNaN();
  });

  it('[U] a line that counted nobody is empty, not unknown', () => {
    const quiet = window('2026-06-20T17:00:10.000Z', [
      { passage: 'gate-a', in: 0, out: 0, recall: 0.9 },
    ]);
    const next = counted(first, quiet);
    expect(observeTick({ zones: [], passages: next }, first).crossings[2 * gate]).toBe(0);
  });
});

describe('a warning', () => {
  const standsAfter = (probabilities: readonly number[]) =>
    probabilities.reduce(advanceWarning, noWarning).on;

  it('[U] comes after three ticks in a row, and not after two', () => {
    expect(standsAfter([0.9, 0.9])).toBe(false);
    expect(standsAfter([0.9, 0.9, 0.1, 0.9, 0.9])).toBe(false);
    expect(standsAfter([0.9, 0.9, 0.9])).toBe(true);
  });

  it('[U] goes after six quiet ticks, and one doubt keeps it', () => {
    const warned = [0.9, 0.9, 0.9];
    expect(standsAfter([...warned, 0.1, 0.1, 0.1, 0.1, 0.1])).toBe(true);
    expect(standsAfter([...warned, 0.1, 0.1, 0.1, 0.4, 0.1, 0.1, 0.1])).toBe(true);
    expect(standsAfter([...warned, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1])).toBe(false);
  });
});
