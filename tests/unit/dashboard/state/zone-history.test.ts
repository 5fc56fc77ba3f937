import { describe, expect, it } from 'vitest';
import {
  HISTORY_SPAN,
  HISTORY_STEP,
  recordZones,
  withHoles,
  withRecord,
  type ZoneHistories,
} from '../../../../dashboard/src/state/zone-history.js';
import { measured, unknown } from '../live-samples.js';

const zones = (density: number) => new Map([['gate', measured('gate', density)]]);
const nothing: ZoneHistories = new Map();

describe('[U] zone history', () => {
  it('keeps one point per step of event time', () => {
    const first = recordZones(nothing, zones(1), 0);
    expect(recordZones(first, zones(2), HISTORY_STEP - 1)).toBe(first);
    expect(recordZones(first, zones(2), HISTORY_STEP).get('gate')).toEqual([
      { at: 0, density: 1 },
      { at: HISTORY_STEP, density: 2 },
    ]);
  });

  it('stays within its span however long the page is open', () => {
    let histories = nothing;
    for (let at = 0; at <= 3 * HISTORY_SPAN; at += HISTORY_STEP) {
      histories = recordZones(histories, zones(1), at);
    }
    const points = histories.get('gate') ?? [];
    expect(points.length).toBe(HISTORY_SPAN / HISTORY_STEP + 1);
    expect(points[0]?.at).toBe(2 * HISTORY_SPAN);
  });

  it('records an unknown zone as unknown', () => {
    const histories = recordZones(nothing, new Map([['gate', unknown('gate')]]), 0);
    expect(histories.get('gate')).toEqual([{ at: 0, density: null }]);
  });

  it('starts anew when event time runs backwards', () => {
    const later = recordZones(nothing, zones(1), 100_000);
    expect(recordZones(later, zones(2), 20_000).get('gate')).toEqual([{ at: 20_000, density: 2 }]);
  });

  it('joins the record of the server before what the page saw, never over it', () => {
    const seen = recordZones(nothing, zones(5), 60_000);
    const joined = withRecord(seen, 'gate', [
      { at: 60_000, density: 1 },
      { at: 50_000, density: 2 },
      { at: 40_000, density: 3 },
    ]);
    expect(joined.get('gate')?.map(({ density }) => density)).toEqual([3, 2, 5]);
  });

  it('opens a hole where time is missing, so that no line bridges it', () => {
    const points = [
      { at: 0, density: 1 },
      { at: 2 * HISTORY_STEP, density: 1 },
      { at: 9 * HISTORY_STEP, density: 1 },
    ];
    expect(withHoles(points).map(({ density }) => density)).toEqual([1, 1, null, 1]);
  });
});
