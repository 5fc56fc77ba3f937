import type { DensityGrid } from '@throng/contract';
import { describe, expect, it } from 'vitest';
import { cellsInZones } from '../../../../dashboard/src/map/cells-in-zones.js';
import { heatFrame } from '../../../../dashboard/src/map/heat-frame.js';
import { heatPalette } from '../../../../dashboard/src/map/heat-palette.js';
import {
  type HeatRaster,
  mergeGrids,
  OUTSIDE_ZONES,
  UNKNOWN,
} from '../../../../dashboard/src/map/heat-raster.js';
import { spreadHeat, unknownCells } from '../../../../dashboard/src/map/heat-spread.js';

const grid = (
  originX: number,
  originY: number,
  columns: number,
  cells: (number | null)[],
  cellSize = 1,
): DensityGrid => ({ originX, originY, cellSize, columns, rows: cells.length / columns, cells });

const frame = { origin: { x: 0, y: 0 }, cellSize: 1, columns: 4, rows: 1 };
const everywhere = Uint8Array.of(1, 1, 1, 1);
const merged = (grids: DensityGrid[], inZones = everywhere) => [
  ...mergeGrids(frame, inZones, grids).steps,
];

describe('[U] joining the grids of the cameras', () => {
  it('sets grids side by side; what none covers is unknown', () => {
    expect(merged([grid(0, 0, 2, [7, 0]), grid(2, 0, 1, [3])])).toEqual([7, 0, 3, UNKNOWN]);
  });

  it('a null never covers a known cell, in whichever order the cameras come', () => {
    const [known, blind] = [grid(1, 0, 1, [5]), grid(0, 0, 3, [null, null, 2])];
    expect(merged([known, blind])).toEqual([UNKNOWN, 5, 2, UNKNOWN]);
    expect(merged([blind, known])).toEqual([UNKNOWN, 5, 2, UNKNOWN]);
  });

  it('lets the denser value stand where two speak of one cell, and never adds them', () => {
    expect(merged([grid(0, 0, 1, [9]), grid(0, 0, 1, [4])])[0]).toBe(9);
  });

  it('gives a coarse cell to each raster cell whose centre it holds', () => {
    expect(merged([grid(0, 0, 2, [6, 1], 2)])).toEqual([6, 6, 1, 1]);
    expect(merged([grid(0.6, 0, 1, [6], 2)])).toEqual([UNKNOWN, 6, 6, UNKNOWN]);
  });

  it('leaves out what lies beyond the frame', () => {
    expect(merged([grid(-2, 0, 3, [1, 2, 3]), grid(0, 5, 4, [9, 9, 9, 9])])[0]).toBe(3);
  });

  it('tells ground outside every zone from ground that is unknown', () => {
    expect(merged([], Uint8Array.of(1, 0, 0, 1))).toEqual([
      UNKNOWN,
      OUTSIDE_ZONES,
      OUTSIDE_ZONES,
      UNKNOWN,
    ]);
  });

  it('carries cells of 1.3 m one to one, without a seam from rounding', () => {
    const cells = Array.from({ length: 60 }, (_, index) => index);
    const source = grid(-3.7, 2.9, 60, cells, 1.3);
    const own = heatFrame({ minX: -3.7, minY: 2.9, maxX: 74.3, maxY: 4.2 }, [source]);
    expect([...mergeGrids(own, new Uint8Array(own.columns * own.rows), [source]).steps]).toEqual(
      cells,
    );
  });
});

describe('[U] the frame of the heat map', () => {
  const extent = { minX: 0, minY: 0, maxX: 100, maxY: 50 };

  it('is as fine as the finest grid and in step with it', () => {
    const frame = heatFrame(extent, [grid(1, 1, 1, [0], 4), grid(0.5, 0.5, 1, [0], 2)]);
    expect(frame).toEqual({ origin: { x: -1.5, y: -1.5 }, cellSize: 2, columns: 51, rows: 26 });
  });

  it('stays bounded on ground without end', () => {
    const wide = { minX: 0, minY: 0, maxX: 100_000, maxY: 100_000 };
    const { columns, rows } = heatFrame(wide, [grid(0, 0, 1, [0])]);
    expect(columns * rows).toBeLessThan(260_000);
  });

  it('knows the cells whose centres lie in a zone', () => {
    const zone = [
      { x: 1, y: 0 },
      { x: 3, y: 0 },
      { x: 3, y: 1 },
      { x: 1, y: 1 },
    ];
    const cells = { origin: { x: 0, y: 0 }, cellSize: 1, columns: 4, rows: 2 };
    expect([...cellsInZones(cells, [zone])]).toEqual([0, 1, 1, 0, 0, 0, 0, 0]);
  });
});

describe('[U] the heat made ready for the eye', () => {
  const raster = (columns: number, ...steps: number[]): HeatRaster => ({
    frame: { origin: { x: 0, y: 0 }, cellSize: 1, columns, rows: steps.length / columns },
    steps: Int16Array.from(steps),
  });

  it('carries colour one cell beyond what is measured, so that walls do not thin the crowd', () => {
    const row = raster(5, UNKNOWN, OUTSIDE_ZONES, 8, 4, OUTSIDE_ZONES);
    expect([...spreadHeat(row).steps]).toEqual([UNKNOWN, 8, 8, 4, 4]);
  });

  it('hatches unknown ground whatever colour was carried there', () => {
    expect([...unknownCells(raster(3, UNKNOWN, 8, UNKNOWN))]).toEqual([1, 0, 1]);
  });

  it('lets a sliver along a wall go with its neighbours, known before unknown', () => {
    expect([...unknownCells(raster(3, UNKNOWN, OUTSIDE_ZONES, OUTSIDE_ZONES))]).toEqual([1, 1, 0]);
    expect([...unknownCells(raster(3, UNKNOWN, OUTSIDE_ZONES, 0))]).toEqual([1, 0, 0]);
  });

  it('shows nothing where nobody is, and never less for more', () => {
    const alphas = Array.from({ length: 401 }, (_, step) => heatPalette[step * 4 + 3] ?? 0);
    expect(alphas[0]).toBe(0);
    expect(alphas.every((alpha, step) => alpha >= (alphas[step - 1] ?? 0))).toBe(true);
    expect(alphas.at(-1)).toBeGreaterThan(200);
  });
});
