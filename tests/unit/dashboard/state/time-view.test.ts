import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  NOW,
  offsetAt,
  offsetOf,
  placeOf,
  REACH,
  SLIDER,
  viewAt,
} from '../../../../dashboard/src/state/time-view.js';
import { EVENT } from '../live-samples.js';

const places = fc.integer({ min: SLIDER.min, max: SLIDER.max });

describe('[U] the time slider', () => {
  it('reaches from four hours back to a quarter of an hour ahead', () => {
    expect(offsetAt(SLIDER.min)).toBe(-REACH.past);
    expect(offsetAt(SLIDER.now)).toBe(0);
    expect(offsetAt(SLIDER.max)).toBe(REACH.ahead);
  });

  it('goes on in time as it goes to the right', () => {
    fc.assert(
      fc.property(places, places, (a, b) => {
        if (a <= b) expect(offsetAt(a)).toBeLessThanOrEqual(offsetAt(b));
      }),
    );
  });

  it('stands where what it chose is', () => {
    fc.assert(
      fc.property(places, (place) => {
        const offset = offsetAt(place);
        expect(offsetAt(placeOf(offset))).toBe(offset);
      }),
    );
  });

  it('snaps to now, so that nobody looks back without meaning to', () => {
    expect(offsetAt(SLIDER.now - 4)).toBe(0);
    expect(viewAt(0, EVENT)).toBe(NOW);
  });

  it('lets the past stand and what is ahead move on with the present', () => {
    const later = EVENT + 60_000;
    expect(offsetOf(viewAt(-600, EVENT), later)).toBe(-660);
    expect(offsetOf(viewAt(300, EVENT), later)).toBe(300);
    expect(offsetOf(NOW, later)).toBe(0);
  });
});
