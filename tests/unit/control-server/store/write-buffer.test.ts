import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noRows } from '../../../../control-server/src/store/rows.js';
import {
  addRows,
  emptyBuffer,
  waitingRows,
} from '../../../../control-server/src/store/write-buffer.js';
import { alertAt, zoneRow } from './store-contract.js';

const LIMITS = { measurements: 10, transitions: 3 };
const zones = (count: number, from = 0) =>
  Array.from({ length: count }, (_, index) => zoneRow({ at: from + index }));

describe('[U] write buffer', () => {
  it('drops the oldest measurements when it is full, and counts them', () => {
    const full = addRows(emptyBuffer, [{ zones: zones(8) }, { zones: zones(8, 8) }], LIMITS);
    expect(full.rows.zones.map(({ at }) => at)).toEqual([6, 7, 8, 9, 10, 11, 12, 13, 14, 15]);
    expect(full.lost).toBe(6);
  });

  it('keeps alerts however many measurements wait', () => {
    const alert = { kind: 'raised' as const, alert: alertAt('a', '19:00:00') };
    const buffer = addRows(emptyBuffer, [{ transitions: [alert] }, { zones: zones(500) }], LIMITS);
    expect(buffer.rows.transitions).toEqual([alert]);
  });

  it('never holds more than its limits, and loses nothing uncounted', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 20 }), (batches) => {
        const buffer = batches.reduce(
          (held, count) => addRows(held, [{ zones: zones(count) }], LIMITS),
          emptyBuffer,
        );
        const offered = batches.reduce((sum, count) => sum + count, 0);
        expect(waitingRows(buffer)).toBeLessThanOrEqual(LIMITS.measurements);
        expect(waitingRows(buffer) + buffer.lost).toBe(offered);
      }),
    );
  });

  it('holds nothing when nothing was added', () => {
    expect(addRows(emptyBuffer, [{}, noRows]).rows).toEqual(noRows);
  });
});
