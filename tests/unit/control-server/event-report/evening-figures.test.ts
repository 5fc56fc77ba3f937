import { describe, expect, it } from 'vitest';
import {
  levelShares,
  levelStretches,
} from '../../../../control-server/src/event-report/levels-over-time.js';
import { peakFlow } from '../../../../control-server/src/event-report/passage-flows.js';
import { venuePeak, zonePeaks } from '../../../../control-server/src/event-report/peaks.js';
import {
  PLANNED_FLOW,
  publishEvening,
} from '../../../../control-server/src/event-report/published-evening.js';
import { DOORS, evening, times } from './support/evening.js';

const published = (...parts: Parameters<typeof evening>) => publishEvening(evening(...parts), 5);

describe('[U] figures of an evening', () => {
  it('the venue peaks where most people are in it, and a zone where it is densest', () => {
    const told = published(4, { zones: { west: [10, 40, 90, 20], east: [10, 250, 30, 0] } });
    expect(venuePeak(told)).toEqual({ persons: 290, at: DOORS + 60, coverage: 1 });
    const [west, east] = zonePeaks(told).map(({ peak }) => peak);
    expect(west).toMatchObject({ density: 0.9, persons: 90, at: DOORS + 120, level: 'D' });
    expect(east).toMatchObject({ density: 2.5, persons: 250, at: DOORS + 60, level: 'D' });
  });

  it('people who are not seen are not gone: a total needs nine tenths of the ground', () => {
    const told = published(3, { zones: { west: [100, null, 100], east: [50, 50, 60] } });
    expect(told.totals).toEqual([150, null, 160]);
    expect(told.known).toBeCloseTo(5 / 6, 9);
    expect(told.zones.map(({ known }) => known)).toEqual([2 / 3, 1]);
  });

  it('nothing known is no peak, and neither is a count below k', () => {
    const told = published(2, { zones: { east: [3, 0] } });
    expect(zonePeaks(told).map(({ peak }) => peak)).toEqual([null, null]);
    expect(venuePeak(published(2, {}))).toBeNull();
  });

  it('levels are shares of the time, and stretches of equal neighbours; unknown has its own', () => {
    const [west] = published(5, { zones: { west: [2, 20, 20, null, 300] } }).zones;
    if (west === undefined) throw new Error('no zone');
    const shares = levelShares(west);
    expect(shares).toMatchObject({ few: 0.2, A: 0.4, F: 0.2, unknown: 0.2, B: 0 });
    const span = { asked: evening(5, {}).asked, step: 60 };
    expect(
      levelStretches(west, span).map(({ from, level, to }) => [level, (to - from) / 60_000]),
    ).toEqual([
      ['few', 1],
      ['A', 2],
      ['unknown', 1],
      ['F', 1],
    ]);
  });

  it('a passage has totals, and its busiest quarter of an hour against the plan of its width', () => {
    const crossings = [
      ...times(10, [10, 6] as const),
      ...times(15, [60, 0] as const),
      [0, 0] as const,
    ];
    const told = published(26, { passages: { gate: crossings } });
    const gate = told.passages[1];
    if (gate === undefined) throw new Error('no gate');
    expect([gate.totalIn, gate.totalOut]).toEqual([1_000, 60]);
    // The gate is 6 m wide.
    expect(peakFlow(gate, told)).toEqual({
      at: DOORS + 600,
      perMinute: 60,
      share: 1 / (PLANNED_FLOW * 6),
    });
  });

  it('a flow is told of minutes that were counted throughout, and of published counts alone', () => {
    const gap = [...times(14, [9, 0] as const), null, ...times(14, [9, 0] as const)];
    const [, gate] = published(29, { passages: { gate: gap } }).passages;
    expect(gate && peakFlow(gate, { asked: evening(29, {}).asked, step: 60 })).toBeNull();
    const few = published(15, { passages: { gate: times(15, [4, 0] as const) } });
    expect(few.passages[1] && peakFlow(few.passages[1], few)?.perMinute).toBe(0);
    expect(few.passages[1]?.totalIn).toBe(60);
  });
});
