import type { EdgeHealth, MeasurementWindow } from '@throng/contract';
import { describe, expect, it } from 'vitest';
import { CALM, Evening } from '../support/evening.js';
import { BOOT, windowAt } from '../support/venue.js';

const offline = { kind: 'status', venue: 'hall', edge: 'box-1', status: 'offline' } as const;

describe('[U] zone state', () => {
  it('[MW8] adds up what its cameras measure, each on ground of its own', () => {
    const evening = new Evening();
    evening.pass(1, { south: 2, north: 1 });
    expect(evening.zone('west')).toMatchObject({
      coverage: 1,
      at: '2026-07-04T19:30:01.000Z',
      reading: { persons: 150, density: 1.5, densityP95: 3, levelOfService: 'E', band: 'watch' },
      unknownBecause: null,
    });
    expect(evening.zone('west').reading?.sigma).toBeCloseTo(Math.hypot(3, 3));
  });

  it('judges by the ground it sees when half of it is lost, and says that half is unknown', () => {
    const evening = new Evening();
    evening.pass(1, { south: 2, north: 1 });
    evening.pass(7, { south: 2 });
    expect(evening.zone('west')).toMatchObject({
      coverage: 0.5,
      reading: { persons: 100, density: 2 },
      unknownBecause: 'stale',
    });
  });

  it('[LV6] is unknown, never zero, when all its cameras are silent', () => {
    const evening = new Evening();
    evening.pass(3, { south: 2, north: 2 });
    evening.pass(6);
    expect(evening.zone('west')).toEqual({
      zone: 'west',
      coverage: 0,
      at: '2026-07-04T19:30:03.000Z',
      reading: null,
      unknownBecause: 'stale',
    });
  });

  it('holds the last reading until a camera is staleAfterSeconds old, and not longer', () => {
    const evening = new Evening();
    evening.pass(1, CALM);
    evening.pass(5);
    expect(evening.zone('east').reading).not.toBeNull();
    evening.pass(1);
    expect(evening.zone('east').reading).toBeNull();
  });

  it('waits for a camera with long windows until its next one is due', () => {
    const evening = new Evening();
    evening.second = 10;
    const long = { seconds: 10, start: '2026-07-04T19:30:00.000Z' };
    evening.take({ kind: 'window', window: windowAt('stage', 10, 1, long) });
    evening.pass(14);
    expect(evening.zone('east').reading).not.toBeNull();
    evening.pass(1);
    expect(evening.zone('east').reading).toBeNull();
  });

  it('is unknown at once when the edge goes offline, and known again with its next window', () => {
    const evening = new Evening();
    evening.pass(2, CALM);
    evening.take(offline);
    evening.pass(1);
    expect(evening.zone('west')).toMatchObject({ reading: null, unknownBecause: 'edge-offline' });
    expect(evening.zone('east').reading).not.toBeNull();
    evening.pass(1, CALM);
    expect(evening.zone('west').reading).not.toBeNull();
  });

  it('[MW7] is unknown while its camera reports a fault', () => {
    const evening = new Evening();
    evening.pass(1, CALM);
    const fault: Partial<MeasurementWindow> = { fault: 'no-signal', zones: [] };
    evening.second = 2;
    evening.take({ kind: 'window', window: windowAt('stage', 2, 0, fault) });
    evening.take({ kind: 'tick' });
    expect(evening.zone('east')).toMatchObject({ reading: null, unknownBecause: 'camera-fault' });
    expect(evening.state.conditions[2]).toEqual({ state: 'faulty', fault: 'no-signal' });
  });

  it('says that it was never measured before the first window', () => {
    expect(new Evening().zone('west')).toMatchObject({
      at: null,
      reading: null,
      unknownBecause: 'never-measured',
    });
  });

  it('is never known better than it is covered: a camera that measures no area measures nothing', () => {
    const evening = new Evening();
    const zones = [{ zone: 'east', persons: 0, sigma: 0, area: 0, densityP95: 0 }];
    evening.second = 1;
    evening.take({ kind: 'window', window: windowAt('stage', 1, 0, { zones }) });
    evening.take({ kind: 'tick' });
    expect(evening.zone('east').reading).toBeNull();
  });
});

const health = (change: Partial<EdgeHealth> = {}): EdgeHealth => ({
  v: 1,
  venue: 'hall',
  edge: 'box-1',
  bootId: BOOT,
  at: '2026-07-04T19:30:04.000Z',
  startedAt: '2026-07-04T19:00:00.000Z',
  version: '0.1.0',
  models: { provider: 'cpu' },
  queue: { waiting: 0, dropped: 0 },
  memoryMegabytes: 300,
  cameras: [
    {
      camera: 'south',
      state: 'faulty',
      fault: 'not-calibrated',
      framesPerSecond: 0,
      frames: { captured: 0, processed: 0, superseded: 0, failed: 0 },
      reconnects: 0,
    },
  ],
  ...change,
});

describe('[U] edge health', () => {
  it('tells the skew of the edge clock, a camera that has not measured yet, and is kept', () => {
    const evening = new Evening();
    evening.second = 2;
    const { rows } = evening.take({ kind: 'health', health: health(), retained: false });
    evening.take({ kind: 'tick' });
    expect(evening.state.edges[0]).toMatchObject({ status: 'online', clockSkew: 2 });
    expect(evening.state.conditions[0]).toEqual({ state: 'faulty', fault: 'not-calibrated' });
    expect(rows.health).toHaveLength(1);
  });

  it('says nothing of now when the broker had kept it', () => {
    const evening = new Evening();
    evening.second = 900;
    evening.take({ kind: 'health', health: health(), retained: true });
    expect(evening.state.edges[0]).toMatchObject({ status: 'never-seen', clockSkew: null });
  });

  it('of an unknown edge is refused', () => {
    const evening = new Evening();
    evening.take({ kind: 'health', health: health({ edge: 'box-9' }), retained: false });
    evening.take({ ...offline, venue: 'elsewhere' });
    expect(evening.refusals).toEqual(['unknown-edge', 'unknown-venue']);
  });
});
