import { defaultAlertBands, riskBand, riskBands, zoneKinds } from '@throng/crowd';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const kind = fc.constantFrom(...zoneKinds);
const density = fc.double({ min: 0, max: 12, noNaN: true });

describe('the risk band of a density', () => {
  it('[U] a band begins exactly at its threshold', () => {
    const bands = defaultAlertBands('walkway');
    expect([0, 1.1, 2.2, 3.5, 5].map((value) => riskBand(value, bands))).toEqual(riskBands);
    expect(riskBand(4.999, bands)).toBe('critical');
  });

  it('[U] it never falls as density rises', () => {
    const rank = (value: number, zone: (typeof zoneKinds)[number]): number =>
      riskBands.indexOf(riskBand(value, defaultAlertBands(zone)));
    fc.assert(
      fc.property(kind, density, density, (zone, a, b) => {
        expect(rank(Math.min(a, b), zone)).toBeLessThanOrEqual(rank(Math.max(a, b), zone));
      }),
    );
  });

  it('[U] the default thresholds rise for every kind of zone', () => {
    for (const zone of zoneKinds) {
      const { watch, warning, critical, emergency } = defaultAlertBands(zone);
      expect(0 < watch && watch < warning && warning < critical && critical < emergency).toBe(true);
    }
  });

  it('[U] unknown never reads as normal', () => {
    expect(() => riskBand(Number.NaN, defaultAlertBands('queue'))).toThrow(/unknown/);
  });
});
