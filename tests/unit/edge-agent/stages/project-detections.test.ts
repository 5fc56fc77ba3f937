import { containsPoint } from '@throng/crowd';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { projectDetections } from '../../../../edge-agent/src/stages/project-detections.js';
import { personAt, sampleView, total } from '../support/sample-camera.js';

const view = sampleView();
const anywhere = fc.record({
  x: fc.double({ min: -5, max: 15, noNaN: true }),
  y: fc.double({ min: -3, max: 20, noNaN: true }),
});

describe('[U] detections on the ground', () => {
  it('counts each person on owned ground exactly once, and nobody else', () => {
    const clearOfBorder = anywhere.filter((point) =>
      [-1e-6, 1e-6].every(
        (d) =>
          containsPoint(view.ground, { x: point.x + d, y: point.y + d }) ===
          containsPoint(view.ground, point),
      ),
    );
    fc.assert(
      fc.property(fc.array(clearOfBorder, { maxLength: 30 }), (people) => {
        const counted = total(
          projectDetections(
            people.map((point) => personAt(point)),
            view,
          ),
        );
        const owned = people.filter((point) => containsPoint(view.ground, point)).length;
        expect(counted).toBeCloseTo(owned, 6);
      }),
    );
  });

  it('moves a person from cell to cell without a step', () => {
    const at = (x: number) => projectDetections([personAt({ x, y: 5 })], view);
    for (let x = 4; x < 6; x += 0.1) {
      const [before, after] = [at(x), at(x + 0.1)];
      before.forEach((persons, cell) => {
        expect(Math.abs(persons - (after[cell] ?? 0))).toBeLessThan(0.12);
      });
    }
  });

  it('leaves out feet beyond the horizon', () => {
    const sky = { left: 300, right: 320, top: -300, bottom: -250, score: 1 };
    expect(total(projectDetections([sky], view))).toBe(0);
  });
});
