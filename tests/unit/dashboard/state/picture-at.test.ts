import { toTimestamp, type VenueRecord } from '@throng/contract';
import { describe, expect, it } from 'vitest';
import { pictureMaker } from '../../../../dashboard/src/state/picture-at.js';
import { zoneRows } from '../../../../dashboard/src/state/zone-order.js';
import { densityAlert, EVENT, foreseen, pictureOf, venue } from '../live-samples.js';

const MINUTE = 60_000;
const record: VenueRecord = {
  from: toTimestamp(EVENT - 2 * MINUTE),
  step: 30,
  steps: 4,
  zones: [
    { zone: 'gate', density: [1, 2, 3.6, null], coverage: [1, 1, 0.6, null] },
    { zone: 'stage', density: [0.5, 0.5, 0.5, 0.5], coverage: [1, 1, 1, 1] },
  ],
  changes: [
    { at: toTimestamp(EVENT - 80_000), kind: 'raised', alert: densityAlert('gate-1') },
    {
      at: toTimestamp(EVENT - 20_000),
      kind: 'cleared',
      alert: densityAlert('gate-1', { state: 'cleared' }),
    },
  ],
};
const live = pictureOf({ forecasts: [foreseen()], alerts: [densityAlert('now')] });
const maker = pictureMaker(venue);
const past = (seconds: number) => maker.past(live, record, EVENT - seconds * 1_000);
const gateOf = (picture: typeof live) => zoneRows(picture).find(({ zone }) => zone.id === 'gate');

describe('[U] the venue at another time', () => {
  it('was as the record has it', () => {
    expect(gateOf(past(120))?.state.reading).toMatchObject({
      density: 1,
      persons: 100,
      band: 'normal',
    });
    expect(gateOf(past(89))?.state.reading).toMatchObject({ density: 2, band: 'watch' });
    expect(past(89).at).toBe(EVENT - 89_000);
    expect(past(89).when).toBe('past');
  });

  it('[VR2] was partly or wholly unknown where nobody measured, never empty', () => {
    expect(gateOf(past(60))?.state).toMatchObject({ coverage: 0.6, unknownBecause: 'no-camera' });
    expect(gateOf(past(30))?.state.reading).toBeNull();
    expect(gateOf(past(4_000))?.state.reading).toBeNull();
  });

  it('had the alerts that stood then, not those of now', () => {
    expect([...past(100).alerts.keys()]).toEqual([]);
    expect([...past(60).alerts.values()]).toMatchObject([{ id: 'gate-1', state: 'active' }]);
    expect([...past(10).alerts.values()]).toMatchObject([{ id: 'gate-1', state: 'cleared' }]);
  });

  it('will be as it is foreseen, between two horizons along a line, with its interval', () => {
    const row = gateOf(maker.ahead(live, 300));
    expect(row?.state.reading?.density).toBeCloseTo(3.6);
    expect(row?.range).toEqual({ low: 3, high: 4.2 });
    expect(gateOf(maker.ahead(live, 600))?.state.reading?.density).toBeCloseTo(3.9);
    expect(gateOf(maker.ahead(live, 300))?.state.reading?.band).toBe('warning');
  });

  it('reaches its full quarter of an hour though the forecast is some seconds old, but not minutes', () => {
    const aged = (ms: number) => ({ ...live, at: live.at + ms });
    expect(gateOf(maker.ahead(aged(20_000), 900))?.state.reading?.density).toBeCloseTo(4.2);
    expect(gateOf(maker.ahead(aged(120_000), 900))?.state.reading).toBeNull();
  });

  it('is unknown ahead where nothing is foreseen, and the alerts stay those of now', () => {
    const ahead = maker.ahead(live, 300);
    expect(zoneRows(ahead).find(({ zone }) => zone.id === 'stage')?.state.reading).toBeNull();
    expect([...ahead.alerts.keys()]).toEqual(['now']);
  });
});
