import { parseVenueRecord } from '@throng/contract';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { venueRecord, zoneRecord } from '../../../../control-server/src/live/venue-record.js';
import type { ZonePoint } from '../../../../control-server/src/store/measurement-store.js';
import { PLAN } from '../support/venue.js';

const FROM = Date.UTC(2026, 6, 4, 18) / 1_000;
const period = { from: FROM, step: 30, steps: 6 };
const [zone] = PLAN.zones;
if (zone === undefined) throw new Error('the hall has zones');

const point = (at: number, density: number, share = 1): ZonePoint => ({
  at,
  persons: density * zone.area * share,
  sigma: 1,
  area: zone.area * share,
  areaSeconds: 30 * zone.area * share,
  densityP95: density,
});

describe("[U] a venue's record", () => {
  it('[VR1] gives each step its place, whichever steps there are', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 5 })), (known) => {
        const points = known.map((index) => point(FROM + 30 * index, index + 1));
        const { density } = zoneRecord(zone, points, period);
        expect(density).toEqual(
          Array.from({ length: 6 }, (_, index) => (known.includes(index) ? index + 1 : null)),
        );
      }),
    );
  });

  it('[VR2] tells a step that nobody measured as null, and how much of the zone was seen', () => {
    const points = [point(FROM, 2, 0.5), { ...point(FROM + 30, 1), area: 0 }];
    const told = zoneRecord(zone, points, period);
    expect(told.density.slice(0, 3)).toEqual([2, null, null]);
    expect(told.coverage.slice(0, 3)).toEqual([0.5, null, null]);
  });

  it('[VR1] leaves out what lies outside the period', () => {
    const points = [point(FROM - 30, 4), point(FROM + 180, 4)];
    expect(zoneRecord(zone, points, period).density).toEqual(Array(6).fill(null));
  });

  it('[VR3] is read back by a page', () => {
    const record = venueRecord(period, [zoneRecord(zone, [point(FROM, 1)], period)], []);
    expect(parseVenueRecord(JSON.parse(JSON.stringify(record)))).toEqual({
      ok: true,
      value: record,
    });
    expect(parseVenueRecord({ ...record, steps: 0 })).toMatchObject({ ok: false, code: 'schema' });
  });
});
