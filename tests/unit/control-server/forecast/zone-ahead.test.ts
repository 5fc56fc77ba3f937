import { describe, expect, it } from 'vitest';
import { zoneAhead } from '../../../../control-server/src/forecast/zone-ahead.js';
import { rising } from '../support/foreseen.js';

const AREA = 100;

/** From 1 to 3 persons/m² in 15 minutes, ± 0.2. */
const forecast = rising(1, 3);

describe('[U] what staff are told of the next minutes', () => {
  it('gives the horizons with their intervals, none of them below nothing', () => {
    const { density, horizons } = zoneAhead(rising(0.1, 0.1), 0, AREA, 2);
    expect(density).toBe(0.1);
    expect(horizons.map(({ seconds }) => seconds)).toEqual([60, 120, 300, 600, 900]);
    expect(horizons[0]).toEqual({
      ...{ seconds: 60, density: 0.1, low80: 0, high80: 0.3, low95: 0, high95: 0.5 },
    });
  });

  it('expects a limit to be passed between the times at which the bounds reach it', () => {
    const { expectedSeconds, earliestSeconds, latestSeconds } = zoneAhead(
      forecast,
      0,
      AREA,
      2,
    ).passing;
    expect(expectedSeconds).toBe(450);
    expect(earliestSeconds).toBe(360);
    expect(latestSeconds).toBe(540);
  });

  it('sees a burst between two horizons by the peak that is expected until then', () => {
    const burst = {
      ...forecast,
      outlooks: forecast.outlooks.map((outlook) =>
        outlook.kind === 'peak' && outlook.ticks === 30
          ? { ...outlook, density: Float64Array.of(2.4, 2.4) }
          : outlook,
      ),
    };
    expect(zoneAhead(forecast, 0, AREA, 2).passing.probability).toBeLessThan(0.5);
    const { expectedSeconds, probability } = zoneAhead(burst, 0, AREA, 2).passing;
    expect(expectedSeconds).toBe(300);
    expect(probability).toBeGreaterThan(0.9);
  });

  it('a limit that is passed already is passed at once, and surely', () => {
    const { expectedSeconds, probability } = zoneAhead(rising(3, 3), 0, AREA, 2).passing;
    expect(expectedSeconds).toBe(0);
    expect(probability).toBeGreaterThan(0.99);
  });
});
