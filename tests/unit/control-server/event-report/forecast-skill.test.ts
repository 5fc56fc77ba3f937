import { toTimestamp, type ZoneForecast, type ZoneState } from '@throng/contract';
import { describe, expect, it } from 'vitest';
import { ForecastSkill } from '../../../../control-server/src/event-report/forecast-skill.js';
import { DOORS } from './support/evening.js';

const state = (density: number | null): ZoneState => ({
  ...{ zone: 'west', coverage: 1, at: null, unknownBecause: null },
  reading:
    density === null
      ? null
      : {
          ...{ persons: density * 100, sigma: 1, density, densityP95: density },
          ...{ levelOfService: 'C', band: 'normal', trend: null },
        },
});

/** A forecast that expects `density` in a minute, ± 0.1 (80 %) and ± 0.3 (95 %). */
const forecast = (density: number): ZoneForecast => ({
  ...{ zone: 'west', at: toTimestamp(DOORS * 1_000), unknownBecause: null },
  ahead: {
    density: 1,
    horizons: [
      {
        ...{ seconds: 60, density, low80: density - 0.1, high80: density + 0.1 },
        ...{ low95: density - 0.3, high95: density + 0.3 },
      },
    ],
    passing: {
      ...{ limit: 2, probability: 0, withinSeconds: 300 },
      ...{ expectedSeconds: null, earliestSeconds: null, latestSeconds: null },
    },
  },
});

/** Densities every 10 s from the doors, and what is said of a minute later at each. */
const judge = (
  densities: readonly (number | null)[],
  said: (tick: number) => number,
  from = DOORS,
) => {
  const skill = new ForecastSkill(from);
  for (const [tick, density] of densities.entries()) {
    const at = toTimestamp((DOORS + tick * 10) * 1_000 + 900);
    skill.enter({ kind: 'state', at, zones: [state(density)], passages: [] });
    skill.enter({ kind: 'forecast', at, zones: [forecast(said(tick))], passages: [] });
  }
  return skill.rows;
};

const rising = Array.from({ length: 30 }, (_, tick) => 1 + tick * 0.1);

describe('[U] skill of an evening’s forecasts', () => {
  it('a forecast that is right has no error and all the skill', () => {
    const [row, ...others] = judge(rising, (tick) => 1 + (tick + 6) * 0.1);
    expect(others).toEqual([]);
    expect(row).toMatchObject({ seconds: 60, forecasts: 24, coverage80: 1, coverage95: 1 });
    expect(row?.mae).toBeCloseTo(0, 9);
    expect(row?.persistence).toBeCloseTo(0.6, 9);
    expect(row?.skill).toBeCloseTo(1, 9);
  });

  it('one that is off by a third of the change saves two thirds, and leaves the narrow interval', () => {
    const [row] = judge(rising, (tick) => 1 + (tick + 4) * 0.1);
    expect(row?.skill).toBeCloseTo(2 / 3, 9);
    expect(row).toMatchObject({ coverage80: 0, coverage95: 1 });
  });

  it('judges nothing that was unknown at either end, made before the evening, or of empty ground', () => {
    expect(judge(times(20, null), () => 1)).toEqual([]);
    expect(judge(times(20, 0.2), () => 0.2)).toEqual([]);
    expect(judge(rising, () => 1, DOORS + 100)[0]?.forecasts).toBe(14);
  });
});

function times(count: number, density: number | null): (number | null)[] {
  return Array.from({ length: count }, () => density);
}
