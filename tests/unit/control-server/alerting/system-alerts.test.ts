import type { MeasurementWindow } from '@throng/contract';
import { describe, expect, it } from 'vitest';
import { CALM, Evening } from '../support/evening.js';
import { windowAt } from '../support/venue.js';

describe('[U] camera alerts', () => {
  it('[AL19] a camera that falls silent is told once, with the zones that are now blind, and again when it is back', () => {
    const evening = new Evening();
    evening.pass(3, CALM);
    evening.pass(20, { south: 0.5, north: 0.5 });
    const alert = evening.state.alerts.active.get('camera-stage');
    expect(alert?.reason).toEqual({
      kind: 'camera-lost',
      camera: 'stage',
      edge: 'box-2',
      because: 'stale',
      lastMeasuredAt: '2026-07-04T19:30:03.000Z',
      zones: ['east'],
    });
    evening.pass(10, CALM);
    expect(evening.story).toEqual([
      '12 raised warning camera-stage',
      '29 cleared warning camera-stage',
    ]);
  });

  it('[AL19] a hiccup is nobody’s alarm', () => {
    const evening = new Evening();
    evening.pass(3, CALM);
    evening.pass(7, { south: 0.5, north: 0.5 });
    evening.pass(20, CALM);
    expect(evening.story).toEqual([]);
  });

  it('[AL19] a camera never seen is told after the grace of the start', () => {
    const evening = new Evening();
    evening.pass(33, { south: 0.5, north: 0.5 });
    expect(evening.story).toEqual(['33 raised warning camera-stage']);
    expect(evening.state.alerts.active.get('camera-stage')?.reason).toMatchObject({
      because: 'never-seen',
      lastMeasuredAt: null,
    });
  });

  it('names the fault that the camera reports', () => {
    const evening = new Evening();
    evening.pass(2, CALM);
    for (let end = 3; end <= 8; end += 1) {
      const fault: Partial<MeasurementWindow> = { fault: 'stalled', zones: [] };
      evening.second = end - 1;
      evening.take({ kind: 'window', window: windowAt('stage', end, 0, fault) });
      evening.pass(1);
    }
    expect(evening.state.alerts.active.get('camera-stage')?.reason).toMatchObject({
      because: 'stalled',
      lastMeasuredAt: '2026-07-04T19:30:02.000Z',
    });
  });

  it('names the edge when it went offline', () => {
    const evening = new Evening();
    evening.pass(2, CALM);
    evening.take({ kind: 'status', venue: 'hall', edge: 'box-2', status: 'offline' });
    evening.pass(5, { south: 0.5, north: 0.5 });
    expect(evening.state.alerts.active.get('camera-stage')?.reason).toMatchObject({
      because: 'edge-offline',
    });
  });
});

describe('[U] store alert', () => {
  const failing = { kind: 'store', condition: { failing: 'full', rowsLost: 7 } } as const;
  const working = { kind: 'store', condition: { failing: null, rowsLost: 7 } } as const;

  it('[AL21] a store that keeps failing is told with its reason, and again when it writes', () => {
    const evening = new Evening();
    evening.take(failing);
    evening.pass(5, CALM);
    expect(evening.state.alerts.active.get('store')?.reason).toEqual({
      kind: 'store-failing',
      code: 'full',
      rowsLost: 7,
    });
    evening.take(working);
    evening.pass(5, CALM);
    expect(evening.story).toEqual(['4 raised warning store', '9 cleared warning store']);
  });

  it('[AL21] a store that fails once is nobody’s alarm', () => {
    const evening = new Evening();
    evening.take(failing);
    evening.pass(1, CALM);
    evening.take(working);
    evening.pass(9, CALM);
    expect(evening.story).toEqual([]);
  });
});
