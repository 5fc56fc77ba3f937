import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  PASSAGE_COLUMNS,
  passagesCsv,
  ZONE_COLUMNS,
  zonesCsv,
} from '../../../../control-server/src/event-report/export/aggregate-tables.js';
import { toCsv } from '../../../../control-server/src/event-report/export/csv.js';
import { publishEvening } from '../../../../control-server/src/event-report/published-evening.js';
import { evening } from './support/evening.js';

const rowsOf = (csv: string): string[][] =>
  csv
    .trimEnd()
    .split('\r\n')
    .slice(1)
    .map((line) => line.split(','));

describe('[U] tables for programs', () => {
  it('are CSV by RFC 4180', () => {
    const csv = toCsv(
      ['a', 'b'],
      [
        ['x, "y"', null],
        ['two\nlines', 1.5],
      ],
    );
    expect(csv).toBe('a,b\r\n"x, ""y""",\r\n"two\nlines",1.5\r\n');
  });

  it('tell every zone and the venue at every step, unknown as empty and few as suppressed', () => {
    const csv = zonesCsv(
      publishEvening(evening(2, { zones: { west: [90, 3], east: [10, 20] } }), 5),
    );
    expect(csv.split('\r\n')[0]).toBe(ZONE_COLUMNS.join(','));
    expect(rowsOf(csv)).toEqual([
      ['2026-07-04T17:00:00.000Z', '60', 'west', '90', '0.9', 'D', '1', ''],
      ['2026-07-04T17:00:00.000Z', '60', 'east', '10', '0.1', 'A', '1', ''],
      ['2026-07-04T17:00:00.000Z', '60', '*', '100', '', '', '', ''],
      ['2026-07-04T17:01:00.000Z', '60', 'west', '', '', '', '', 'persons'],
      ['2026-07-04T17:01:00.000Z', '60', 'east', '20', '0.2', 'A', '1', ''],
      ['2026-07-04T17:01:00.000Z', '60', '*', '20', '', '', '', ''],
    ]);
    const unknown = zonesCsv(publishEvening(evening(1, {}), 5));
    expect(rowsOf(unknown)[0]).toEqual([
      '2026-07-04T17:00:00.000Z',
      '60',
      'west',
      '',
      '',
      '',
      '0',
      '',
    ]);
  });

  it('tell every passage at every step, and over the whole period', () => {
    const told = publishEvening(
      evening(2, {
        passages: {
          gate: [
            [9, 2],
            [8, 0],
          ],
        },
      }),
      5,
    );
    const csv = passagesCsv(told);
    expect(csv.split('\r\n')[0]).toBe(PASSAGE_COLUMNS.join(','));
    const gate = rowsOf(csv).filter(([, , passage]) => passage === 'gate');
    expect(gate.map((row) => row.slice(1))).toEqual([
      ['60', 'gate', '9', '', 'out'],
      ['60', 'gate', '8', '0', ''],
      ['120', 'gate', '17', '0', ''],
    ]);
  });

  const k = 5;
  const minutes = fc.array(
    fc.tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 12 })),
    {
      minLength: 1,
      maxLength: 12,
    },
  );

  it('hold no count from 1 to below k, and no total that tells one', () => {
    fc.assert(
      fc.property(minutes, (pairs) => {
        const zones = { west: pairs.map(([west]) => west), east: pairs.map(([, east]) => east) };
        const told = publishEvening(evening(pairs.length, { zones, passages: { gate: pairs } }), k);
        const zoneRows = rowsOf(zonesCsv(told));
        for (const [, , , persons = ''] of zoneRows) isTold(persons);
        for (const [index] of pairs.entries()) {
          const [west, east, venue] = zoneRows.slice(index * 3, index * 3 + 3);
          staysHidden([west?.[3] ?? '', east?.[3] ?? ''], Number(venue?.[3]));
        }
        const gate = rowsOf(passagesCsv(told)).filter(([, , passage]) => passage === 'gate');
        const total = gate.at(-1) ?? [];
        for (const column of [3, 4]) {
          const cells = gate.slice(0, -1).map((row) => row[column] ?? '');
          for (const cell of cells) isTold(cell);
          staysHidden(cells, Number(total[column]));
        }
      }),
    );
  });

  const isTold = (cell: string): void => {
    if (cell !== '' && cell !== '0') expect(Number(cell)).toBeGreaterThanOrEqual(k);
  };

  /** Each empty cell alone may be anything from 1 to k − 1, by all that the others and the total tell. */
  const staysHidden = (cells: readonly string[], total: number): void => {
    const hidden = cells.filter((cell) => cell === '').length;
    const rest = total - cells.reduce((sum, cell) => sum + Number(cell), 0);
    if (hidden === 0) expect(rest).toBe(0);
    if (rest === 0) return;
    expect(rest).toBeGreaterThanOrEqual(k);
    expect(rest - (hidden - 1) * k).toBeLessThanOrEqual(0);
  };
});
