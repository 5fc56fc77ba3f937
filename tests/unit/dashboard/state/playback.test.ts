import { toTimestamp, type VenueRecord } from '@throng/contract';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  marksOf,
  type Playback,
  type PlaybackEvent,
  play,
  playbackOf,
  stepFor,
} from '../../../../dashboard/src/state/playback.js';
import { densityAlert, EVENT } from '../live-samples.js';

const HOUR = 3_600_000;
const record: VenueRecord = {
  from: toTimestamp(EVENT),
  step: 10,
  steps: 360,
  zones: [],
  changes: [
    { at: toTimestamp(EVENT + HOUR / 4), kind: 'raised', alert: densityAlert('gate-1') },
    { at: toTimestamp(EVENT + HOUR / 2), kind: 'cleared', alert: densityAlert('gate-1') },
  ],
};
const played = (...events: PlaybackEvent[]): Playback => {
  const result = events.reduce<Playback | null>(play, playbackOf(record));
  if (result === null) throw new Error('a record was opened');
  return result;
};

describe('[U] a playback', () => {
  it('begins with the record, and stands until it is played', () => {
    expect(played()).toMatchObject({ from: EVENT, to: EVENT + HOUR, at: EVENT, isPlaying: false });
    expect(played({ type: 'passed', elapsed: 5_000 }).at).toBe(EVENT);
  });

  it('goes on at its speed, and stops at the end', () => {
    const second = { type: 'passed', elapsed: 1_000 } as const;
    expect(played({ type: 'toggled' }, second).at).toBe(EVENT + 60_000);
    const fast = { type: 'speed-chosen', speed: 300 } as const;
    expect(played({ type: 'toggled' }, fast, second).at).toBe(EVENT + 300_000);
    const over = played({ type: 'toggled' }, { type: 'passed', elapsed: 2 * HOUR });
    expect(over).toMatchObject({ at: EVENT + HOUR, isPlaying: false });
  });

  it('begins again where it is played from its end', () => {
    const end = { type: 'sought', at: EVENT + 9 * HOUR } as const;
    expect(played(end).at).toBe(EVENT + HOUR);
    expect(played(end, { type: 'toggled' })).toMatchObject({ at: EVENT, isPlaying: true });
  });

  it('marks where each alert began', () => {
    expect(marksOf(played(), record)).toEqual([{ id: 'gate-1', share: 0.25, priority: 'warning' }]);
  });
});

describe('[U] the steps of a record', () => {
  it('fit in it, and are as fine as they can be', () => {
    expect(stepFor(EVENT, EVENT + HOUR)).toBe(10);
    expect(stepFor(EVENT, EVENT + 4 * HOUR)).toBe(20);
    expect(stepFor(EVENT, EVENT + 24 * HOUR)).toBeUndefined();
    fc.assert(
      fc.property(fc.integer({ min: 60, max: 100_000 }), (seconds) => {
        const step = stepFor(EVENT, EVENT + seconds * 1_000);
        if (step !== undefined) expect(seconds / step).toBeLessThanOrEqual(900);
      }),
    );
  });
});
