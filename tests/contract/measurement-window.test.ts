import {
  decode,
  fromCellSteps,
  LIMITS,
  type MeasurementWindow,
  toCellSteps,
} from '@throng/contract';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sampleWindow } from '../support/sample-messages.js';

const read = (change: Partial<MeasurementWindow>) =>
  decode(
    'throng/v1/arena/box-1/data/gate-a/window',
    new TextEncoder().encode(JSON.stringify(sampleWindow(change))),
  );

describe('[U] measurement window', () => {
  it.each([0, 61, 0.5])('[MW1] a period of %s s is refused', (seconds) => {
    expect(read({ seconds })).toMatchObject({ ok: false, code: 'schema' });
  });

  it('[MW10] a window is late or says nothing of it', () => {
    expect(read({ late: true })).toMatchObject({ ok: true, value: { message: { late: true } } });
    const denied = JSON.stringify({ ...sampleWindow(), late: false });
    const topic = 'throng/v1/arena/box-1/data/gate-a/window';
    expect(decode(topic, new TextEncoder().encode(denied))).toMatchObject({ code: 'schema' });
  });

  it.each([
    '2026-07-04T19:30:00.250Z',
    '2026-02-30T10:00:00.000Z',
    '2026-07-04 19:30:00',
    '2026-07-04T19:30:00+02:00',
  ])('[MW4] the start "%s" is refused', (start) => {
    expect(read({ start }).ok).toBe(false);
  });

  it.each(['moved', 'covered', 'frozen', 'blinded', 'dark'] as const)(
    '[MW9] a camera that is %s says so, and measures nothing (MW7)',
    (fault) => {
      const { grid: _, ...window } = sampleWindow({ zones: [], passages: [], fault });
      expect(
        decode(
          'throng/v1/arena/box-1/data/gate-a/window',
          new TextEncoder().encode(JSON.stringify(window)),
        ).ok,
      ).toBe(true);
      expect(read({ fault }).ok).toBe(false);
    },
  );

  it('[MW5] a zone measured twice is refused', () => {
    const [zone] = sampleWindow().zones;
    if (zone === undefined) throw new Error('the sample has a zone');
    expect(read({ zones: [zone, zone] })).toMatchObject({
      code: 'inconsistent',
      message: 'zone "concourse" is measured twice',
    });
  });

  it('[MW6] a grid with a missing cell is refused', () => {
    const grid = { originX: 0, originY: 0, cellSize: 1, columns: 2, rows: 2, cells: [0, 1, 2] };
    expect(read({ grid })).toMatchObject({
      code: 'inconsistent',
      message: 'grid of 2 × 2 holds 3 cells',
    });
  });

  it('[MW7] a faulty camera cannot claim an empty zone', () => {
    expect(read({ fault: 'stalled' })).toMatchObject({ code: 'inconsistent' });
    const silent = sampleWindow({ fault: 'stalled', zones: [] });
    delete silent.grid;
    const payload = new TextEncoder().encode(JSON.stringify(silent));
    expect(decode('throng/v1/arena/box-1/data/gate-a/window', payload).ok).toBe(true);
  });

  it('[P5] a cell keeps its density to half a step', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 20, noNaN: true }), (density) => {
        const error = Math.abs(fromCellSteps(toCellSteps(density)) - density);
        expect(error).toBeLessThanOrEqual(LIMITS.cellDensityStep / 2 + 1e-9);
      }),
    );
  });
});
