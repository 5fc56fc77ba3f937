import { describe, expect, it } from 'vitest';
import { forecastOf } from '../../../../dashboard/src/adapters/passage-forecasts.js';
import { AT } from '../live-samples.js';

const expected = { flow: 60, low80: 40, high80: 80, low95: 30, high95: 95 };
const forecast = (passage: string) => ({
  passage,
  at: AT,
  horizons: [{ seconds: 60, in: expected, out: expected }],
});

describe('[U] the forecast of a passage', () => {
  it('[PF1] is the passage’s own among those that are told', () => {
    expect(forecastOf([forecast('a'), forecast('b')], 'b')).toEqual(forecast('b'));
  });

  it('is none where the answer is not well-formed, or tells nothing of it', () => {
    expect(forecastOf([forecast('a')], 'b')).toBeNull();
    expect(forecastOf([{ ...forecast('a'), horizons: [{ seconds: 60 }] }], 'a')).toBeNull();
    expect(forecastOf({ error: 'no' }, 'a')).toBeNull();
  });
});
