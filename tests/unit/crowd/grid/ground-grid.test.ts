import {
  area,
  boundingBox,
  cellCentre,
  cellCount,
  cellCoverage,
  cellIndexAt,
  cellPolygon,
  containsPoint,
  gridOver,
  intersectionArea,
} from '@throng/crowd';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { square, starPolygon } from '../support/arbitraries.js';

const cellSize = fc.double({ min: 0.5, max: 10, noNaN: true });
const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);

describe('a grid on the ground', () => {
  it('[U] cells are numbered row by row from the lower left corner', () => {
    const grid = gridOver({ minX: 10, minY: 20, maxX: 13, maxY: 22 }, 1);
    expect(grid).toEqual({ origin: { x: 10, y: 20 }, cellSize: 1, columns: 3, rows: 2 });
    expect(cellCentre(grid, 4)).toEqual({ x: 11.5, y: 21.5 });
    expect(cellPolygon(grid, 4)).toEqual(square(1, 11, 21));
    expect(cellIndexAt(grid, { x: 11.5, y: 21.5 })).toBe(4);
  });

  it('[U] a cell has its lower and left side, the next one its upper and right side', () => {
    const grid = gridOver(square(2), 1);
    expect(cellIndexAt(grid, { x: 1, y: 0 })).toBe(1);
    expect(cellIndexAt(grid, { x: 0, y: 1 })).toBe(2);
    expect(cellIndexAt(grid, { x: 2, y: 0 })).toBeUndefined();
    expect(cellIndexAt(grid, { x: 0, y: -0.001 })).toBeUndefined();
    expect(cellIndexAt(grid, { x: Number.NaN, y: 0 })).toBeUndefined();
  });

  it('[U] rounding adds no empty column: 0.3 m is three cells of 0.1 m', () => {
    expect(gridOver(square(0.1 + 0.2), 0.1).columns).toBe(3);
  });

  it('[U] every cell finds itself by its centre, and its polygon holds that centre', () => {
    fc.assert(
      fc.property(starPolygon, cellSize, (polygon, size) => {
        const grid = gridOver(polygon, size);
        for (let index = 0; index < cellCount(grid); index += 7) {
          expect(cellIndexAt(grid, cellCentre(grid, index))).toBe(index);
          expect(containsPoint(cellPolygon(grid, index), cellCentre(grid, index))).toBe(true);
        }
      }),
      { numRuns: 40 },
    );
  });

  it.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY])(
    '[U] a cell size of %s is refused',
    (size) => {
      expect(() => gridOver(square(2), size)).toThrow(/cellSize is/);
    },
  );

  it('[U] a shape without vertices is refused', () => {
    expect(() => gridOver([], 1)).toThrow(/no finite extent/);
  });
});

describe('how much of each cell a polygon covers', () => {
  it('[U] a cell on the slope of a triangle is covered by half', () => {
    const triangle = [
      { x: 0, y: 0 },
      { x: 2, y: 0 },
      { x: 0, y: 2 },
    ];
    expect([...cellCoverage(gridOver(triangle, 1), triangle)]).toEqual([1, 0.5, 0.5, 0]);
  });

  it('[U] covered cell areas sum to the area of the polygon', () => {
    fc.assert(
      fc.property(starPolygon, cellSize, (polygon, size) => {
        const coverage = cellCoverage(gridOver(polygon, size), polygon);
        expect(sum(coverage) * size * size).toBeCloseTo(area(polygon), 6);
        expect(coverage.every((share) => share >= 0 && share <= 1)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('[U] each share is what the polygon library measures for that cell', () => {
    fc.assert(
      fc.property(starPolygon, (polygon) => {
        const { minX, minY, maxX, maxY } = boundingBox(polygon);
        const size = Math.max(maxX - minX, maxY - minY) / 3;
        const grid = gridOver(polygon, size);
        cellCoverage(grid, polygon).forEach((share, index) => {
          const shared = intersectionArea(polygon, cellPolygon(grid, index));
          expect(share).toBeCloseTo(shared / size ** 2, 6);
        });
      }),
      { numRuns: 40 },
    );
  });

  it('[U] a polygon beside the grid covers nothing of it', () => {
    expect(sum(cellCoverage(gridOver(square(3), 1), square(2, 10, 10)))).toBe(0);
  });
});
