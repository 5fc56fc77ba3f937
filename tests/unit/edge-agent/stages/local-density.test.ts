import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localDensity } from '../../../../edge-agent/src/stages/local-density.js';
import { sampleView } from '../support/sample-camera.js';

describe('[U] local density', () => {
  it('of an even crowd is the crowd’s density in each owned cell, borders included', () => {
    const view = sampleView();
    const density = localDensity(
      view.ownedArea.map((ground) => 1.7 * ground),
      view,
    );
    view.ownedArea.forEach((ground, cell) => {
      if (ground > 0) expect(density[cell]).toBeCloseTo(1.7, 9);
    });
  });

  it('equals the plain sum over the 3 × 3 cells round each cell', () => {
    const view = sampleView();
    const { columns, rows } = view.grid;
    const cells = fc.array(fc.double({ min: 0, max: 9, noNaN: true }), {
      minLength: columns * rows,
      maxLength: columns * rows,
    });
    fc.assert(
      fc.property(cells, (values) => {
        const persons = Float64Array.from(values);
        localDensity(persons, view).forEach((density, cell) => {
          let [people, ground] = [0, 0];
          for (
            let r = Math.floor(cell / columns) - 1;
            r <= Math.floor(cell / columns) + 1;
            r += 1
          ) {
            for (let c = (cell % columns) - 1; c <= (cell % columns) + 1; c += 1) {
              if (r < 0 || r >= rows || c < 0 || c >= columns) continue;
              people += persons[r * columns + c] ?? 0;
              ground += view.ownedArea[r * columns + c] ?? 0;
            }
          }
          expect(density).toBeCloseTo(ground > 1e-6 ? people / ground : 0, 6);
        });
      }),
      { numRuns: 30 },
    );
  });
});
