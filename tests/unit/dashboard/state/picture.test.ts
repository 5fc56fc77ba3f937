import { describe, expect, it } from 'vitest';
import { CLEARED_ALERTS_KEPT, withDelta } from '../../../../dashboard/src/state/picture.js';
import { delta, densityAlert, foreseen, measured, pictureOf } from '../live-samples.js';

describe('[U] picture', () => {
  it('keeps the identity of lists that a delta leaves empty, so that nothing is redrawn for it', () => {
    const before = pictureOf();
    const after = withDelta(before, delta(1, { zones: [measured('gate', 2)] }));
    expect(after.zones).not.toBe(before.zones);
    expect(after.grids).toBe(before.grids);
    expect(after.alerts).toBe(before.alerts);
  });

  it('[LV3] [LV8] a forecast replaces the one before; a server without any leaves none', () => {
    const before = pictureOf({ forecasts: [foreseen()] });
    const blind = foreseen({ ahead: null, unknownBecause: 'failed' });
    expect(withDelta(before, delta(1, { forecasts: [blind] })).forecasts.get('gate')).toBe(blind);
    expect(withDelta(before, delta(1)).forecasts).toBe(before.forecasts);
    expect(pictureOf().forecasts.size).toBe(0);
  });

  it('drops the oldest cleared alerts above the bound, and never an active one', () => {
    const cleared = Array.from({ length: CLEARED_ALERTS_KEPT + 5 }, (_, index) =>
      densityAlert(`c-${index}`, {
        state: 'cleared',
        changedAt: new Date(Date.UTC(2026, 6, 4, 19, index)).toISOString(),
      }),
    );
    const oldest = densityAlert('active', { changedAt: '2026-07-01T00:00:00.000Z' });
    const { alerts } = pictureOf({ alerts: [...cleared, oldest] });
    expect(alerts.size).toBe(CLEARED_ALERTS_KEPT + 1);
    expect(alerts.has('active')).toBe(true);
    expect(alerts.has('c-4')).toBe(false);
    expect(alerts.has('c-5')).toBe(true);
  });
});
