import { describe, expect, it } from 'vitest';
import { forecastPoints } from '../../../../dashboard/src/state/forecast-points.js';
import { EVENT, foreseen } from '../live-samples.js';

describe('[U] a forecast as a line', () => {
  it('goes on from the newest measurement and widens', () => {
    const newest = { at: EVENT + 4_000, density: 3 };
    expect(forecastPoints(foreseen(), newest)).toEqual([
      { at: EVENT + 4_000, density: 3, low: 3, high: 3 },
      { at: EVENT + 300_000, density: 3.6, low: 3, high: 4.2 },
      { at: EVENT + 900_000, density: 4.2, low: 2.8, high: 5.6 },
    ]);
  });

  it('begins with what the forecast takes for now where nothing is measured', () => {
    const [first] = forecastPoints(foreseen(), { at: EVENT, density: null });
    expect(first).toMatchObject({ at: EVENT, density: 2.9 });
    expect(forecastPoints(foreseen(), undefined)[0]).toEqual(first);
  });

  it('leaves out what is past, so that the line never runs back', () => {
    const late = { at: EVENT + 310_000, density: 3 };
    expect(forecastPoints(foreseen(), late).map(({ at }) => at - EVENT)).toEqual([
      310_000, 900_000,
    ]);
  });

  it('is empty where nothing is foreseen', () => {
    expect(forecastPoints(undefined, undefined)).toEqual([]);
    const blind = foreseen({ ahead: null, unknownBecause: 'too-early' });
    expect(forecastPoints(blind, undefined)).toEqual([]);
  });
});
