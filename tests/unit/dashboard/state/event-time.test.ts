import { describe, expect, it } from 'vitest';
import { initialState } from '../../../../dashboard/src/state/dashboard-state.js';
import { eventNow } from '../../../../dashboard/src/state/event-time.js';
import { reduce } from '../../../../dashboard/src/state/reduce.js';
import { EVENT, snapshot } from '../live-samples.js';

const shown = reduce(initialState(0), { type: 'received', now: 50_000, message: snapshot() });
const at = (now: number) => eventNow(reduce(shown, { type: 'ticked', now }));

describe('[U] event time', () => {
  it('is the time of the picture while news comes', () => {
    expect(at(51_000)).toBe(EVENT);
  });

  it('goes on when no news comes, so that what was known grows old', () => {
    expect(at(90_000)).toBe(EVENT + 40_000);
  });

  it('is not known before a picture', () => {
    expect(eventNow(initialState(0))).toBeNull();
  });
});
