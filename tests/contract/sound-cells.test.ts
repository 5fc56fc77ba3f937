import { Delta, decodeLive, LIMITS, toFaults } from '@throng/contract';
import fc from 'fast-check';
import { Compile } from 'typebox/compile';
import { describe, expect, it } from 'vitest';

const schema = Compile(Delta);
const lists = { zones: [], cameras: [], edges: [], alerts: [] };
const head = { type: 'delta', v: 1, sequence: 3, at: '2026-07-04T19:30:00.000Z' };
const place = { originX: 0, originY: 0, cellSize: 1, columns: 2, rows: 1 };

const withCells = (...cells: unknown[]): unknown => ({
  ...head,
  ...lists,
  grids: cells.map((each) => ({ camera: 'north', grid: { ...place, cells: each } })),
});

/** What the schema alone says of a message, as the decoder would put it. */
const bySchema = (message: unknown) => {
  if (schema.Check(message)) return { ok: true, value: message };
  const [first] = toFaults(schema.Errors(message));
  return { ok: false, code: 'schema', message: `${first?.path}: ${first?.message}` };
};

const cell = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: -2, max: 402 }) },
  { weight: 2, arbitrary: fc.constant(null) },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 1 }) },
);
const sound = fc.option(fc.integer({ min: 0, max: 400 }));

describe('[U] cells of the live channel', () => {
  it('are accepted, and refused in the same words, as their schema does', () => {
    const cells = fc.oneof(
      fc.array(sound, { maxLength: 9 }),
      fc.array(cell, { maxLength: 9 }),
      fc.jsonValue({ maxDepth: 1 }),
    );
    fc.assert(
      fc.property(fc.array(cells, { maxLength: 3 }), (grids) => {
        const text = JSON.stringify(withCells(...grids));
        expect(decodeLive(text)).toEqual(bySchema(JSON.parse(text)));
      }),
      { numRuns: 50 },
    );
  });

  it('are read whole, however many stand in their place while the message is checked', () => {
    const cells = Array.from({ length: LIMITS.cellsPerWindow }, (_, index) => index % 401);
    expect(decodeLive(JSON.stringify(withCells(cells)))).toEqual({
      ok: true,
      value: withCells(cells),
    });
  });

  it('are refused by name and place: one too many, one too dense, none', () => {
    const refusals = [new Array(LIMITS.cellsPerWindow + 1).fill(0), [0, 401], []].map((cells) =>
      decodeLive(JSON.stringify(withCells([1, null], cells))),
    );
    for (const refusal of refusals) expect(refusal).toMatchObject({ ok: false, code: 'schema' });
    expect(refusals[1]).toMatchObject({ message: expect.stringContaining('/grids/1/grid/cells') });
  });

  it('an unknown field beside them, in the grid or in the list, is refused all the same', () => {
    const grid = { ...place, cells: [1, 2] };
    const spoilt = [
      { camera: 'north', grid: { ...grid, faces: 2 } },
      { camera: 'north', grid, faces: 2 },
      { camera: 'north', grid: [grid] },
    ];
    for (const each of spoilt) {
      const text = JSON.stringify({ ...head, ...lists, grids: [each] });
      expect(decodeLive(text)).toEqual(bySchema(JSON.parse(text)));
      expect(decodeLive(text).ok).toBe(false);
    }
  });
});
