import { area, distance, type Point, voronoiCells, voronoiDensity } from '@throng/crowd';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { square } from '../support/arbitraries.js';

const room = square(10);
const inRoom = fc.record({
  x: fc.double({ min: 0.5, max: 9.5, noNaN: true }),
  y: fc.double({ min: 0.5, max: 9.5, noNaN: true }),
});

const apart = (persons: readonly Point[]): boolean =>
  persons.every((a, i) => persons.every((b, j) => i === j || distance(a, b) > 0.01));

const crowd = fc.array(inRoom, { minLength: 1, maxLength: 15 }).filter(apart);

describe('Voronoi cells', () => {
  it('[U] the cells of a crowd share out the whole walkable area', () => {
    fc.assert(
      fc.property(crowd, (persons) => {
        const areas = voronoiCells(persons, room).map((cell) => (cell ? area(cell) : Number.NaN));
        expect(areas.reduce((sum, value) => sum + value, 0)).toBeCloseTo(100, 5);
      }),
      { numRuns: 50 },
    );
  });

  it('[U] two persons split a room halfway between them', () => {
    const cells = voronoiCells(
      [
        { x: 2, y: 5 },
        { x: 4, y: 5 },
      ],
      room,
    );
    expect(cells.map((cell) => cell && area(cell))).toEqual([30, 70]);
  });

  it('[U] behind a wall the room belongs to nobody', () => {
    const uShape = [
      { x: 0, y: 0 },
      { x: 3, y: 0 },
      { x: 3, y: 3 },
      { x: 2, y: 3 },
      { x: 2, y: 1 },
      { x: 1, y: 1 },
      { x: 1, y: 3 },
      { x: 0, y: 3 },
    ];
    const low = { x: 1.5, y: 0.5 };
    const left = { x: 0.5, y: 2.5 };
    const [, leftCell] = voronoiCells([low, left], uShape);
    expect(leftCell?.every(({ x }) => x <= 1.5)).toBe(true);
  });

  it('[U] a person outside the walkable area has no cell', () => {
    expect(voronoiCells([{ x: 11, y: 5 }], room)).toEqual([undefined]);
  });
});

describe('Voronoi density', () => {
  it('[U] over the whole room it is the number of persons per square metre', () => {
    fc.assert(
      fc.property(crowd, (persons) => {
        expect(voronoiDensity(persons, room, room)).toBeCloseTo(persons.length / 100, 6);
      }),
      { numRuns: 50 },
    );
  });

  it('[U] a person counts by the share of the cell that lies in the measurement area', () => {
    expect(voronoiDensity([{ x: 5, y: 5 }], square(5), room)).toBeCloseTo(0.25 / 25, 12);
  });

  it('[U] two persons in one spot count as two', () => {
    const spot = { x: 5, y: 5 };
    expect(voronoiDensity([spot, spot], room, room)).toBeCloseTo(0.02, 12);
  });

  it('[U] persons far from the measurement area do not reach it', () => {
    const row = Array.from({ length: 10 }, (_, index) => ({ x: index + 0.5, y: 5 }));
    expect(voronoiDensity(row, square(1), room)).toBeCloseTo(0.1, 12);
  });

  it('[U] nobody is no density; an area without extent is refused', () => {
    expect(voronoiDensity([], room, room)).toBe(0);
    expect(() => voronoiDensity([], [], room)).toThrow(/has no area/);
  });
});
