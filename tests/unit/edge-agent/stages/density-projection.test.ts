import { cellCount, containsPoint, type Point } from '@throng/crowd';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { projectDensity } from '../../../../edge-agent/src/stages/density-projection.js';
import { pixelOf, sampleView, total } from '../support/sample-camera.js';

const view = sampleView();
const { columns, rows } = view.density;

const mapWith = (heads: readonly Point[]) => {
  const persons = new Float32Array(columns * rows);
  for (const head of heads) {
    const { x, y } = pixelOf(head, 1.6);
    const cell = Math.floor(y / 8) * columns + Math.floor(x / 8);
    persons[cell] = (persons[cell] ?? 0) + 1;
  }
  return { columns, rows, persons };
};

/** A metre inside the border of what is seen, so that a density cell of 8 px lies wholly on owned ground. */
const inside = fc
  .record({
    x: fc.double({ min: 2, max: 8, noNaN: true }),
    y: fc.double({ min: 2, max: 8, noNaN: true }),
  })
  .filter((point) =>
    [-1, 1].every((dx) =>
      [-1, 1].every((dy) => containsPoint(view.ground, { x: point.x + dx, y: point.y + dy })),
    ),
  );

describe('[U] density projection', () => {
  it('preserves mass: each head on owned ground is one person on the ground', () => {
    fc.assert(
      fc.property(fc.array(inside, { maxLength: 40 }), (heads) => {
        const ground = projectDensity(mapWith(heads), view.density, cellCount(view.grid));
        expect(total(ground)).toBeCloseTo(heads.length, 3);
      }),
    );
  });

  it('puts a head within a metre of where the person stands', () => {
    fc.assert(
      fc.property(inside, (person) => {
        const ground = projectDensity(mapWith([person]), view.density, cellCount(view.grid));
        const { origin, cellSize } = view.grid;
        let [x, y] = [0, 0];
        ground.forEach((share, cell) => {
          x += share * (origin.x + ((cell % view.grid.columns) + 0.5) * cellSize);
          y += share * (origin.y + (Math.floor(cell / view.grid.columns) + 0.5) * cellSize);
        });
        expect(Math.hypot(x - person.x, y - person.y)).toBeLessThan(1);
      }),
    );
  });

  it('counts nobody on ground that the camera does not own', () => {
    const outside = mapWith([
      { x: 5, y: 14 },
      { x: 5, y: 20 },
    ]);
    expect(total(projectDensity(outside, view.density, cellCount(view.grid)))).toBe(0);
  });

  it('throws on a map of another size', () => {
    const small = { columns: 2, rows: 2, persons: new Float32Array(4) };
    expect(() => projectDensity(small, view.density, cellCount(view.grid))).toThrow(/2 × 2/);
  });
});
