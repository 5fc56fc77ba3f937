import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fuseCells, handOverWeight } from '../../../../edge-agent/src/stages/fuse-cells.js';
import { sampleView, total } from '../support/sample-camera.js';

const view = sampleView();
const crowd = (perSquareMetre: number) => view.ownedArea.map((ground) => ground * perSquareMetre);
const owned = total(view.ownedArea);

describe('[U] fusing detector and density', () => {
  it('trusts the detector where people stand alone', () => {
    const { persons } = fuseCells({ detected: crowd(0.02), estimated: crowd(0.06) }, view);
    expect(total(persons) / owned).toBeCloseTo(0.02, 6);
  });

  it('trusts the density model where people hide each other', () => {
    const { persons } = fuseCells({ detected: crowd(1.2), estimated: crowd(4) }, view);
    expect(total(persons) / owned).toBeCloseTo(4, 6);
  });

  it('is not fooled by a detector that went blind in a dense crowd, nor by a blind density model', () => {
    const blind = fuseCells({ detected: crowd(0), estimated: crowd(3) }, view);
    expect(total(blind.persons) / owned).toBeCloseTo(3, 6);
    const seen = fuseCells({ detected: crowd(3), estimated: crowd(2.9) }, view);
    expect(total(seen.persons) / owned).toBeCloseTo(2.9, 6);
  });

  it('hands over without a step, and never falls, while a crowd that both see grows', () => {
    let before = 0;
    for (let density = 0; density <= 5; density += 0.01) {
      const missed = density * Math.exp(-0.2 * density);
      const { persons } = fuseCells({ detected: crowd(missed), estimated: crowd(density) }, view);
      const now = total(persons) / owned;
      expect(now).toBeGreaterThanOrEqual(before - 1e-9);
      expect(now - before).toBeLessThan(0.03);
      before = now;
    }
  });

  it('stays between its two sources in each cell', () => {
    const cells = fc.array(fc.double({ min: 0, max: 6, noNaN: true }), {
      minLength: view.ownedArea.length,
      maxLength: view.ownedArea.length,
    });
    fc.assert(
      fc.property(cells, cells, (a, b) => {
        const [detected, estimated] = [Float64Array.from(a), Float64Array.from(b)];
        fuseCells({ detected, estimated }, view).persons.forEach((persons, cell) => {
          const pair = [detected[cell] ?? 0, estimated[cell] ?? 0];
          expect(persons).toBeGreaterThanOrEqual(Math.min(...pair) - 1e-9);
          expect(persons).toBeLessThanOrEqual(Math.max(...pair) + 1e-9);
        });
      }),
      { numRuns: 30 },
    );
  });

  it('uses the only model there is', () => {
    expect(fuseCells({ detected: crowd(1), estimated: undefined }, view).persons).toEqual(crowd(1));
    expect(fuseCells({ detected: undefined, estimated: crowd(2) }, view).persons).toEqual(crowd(2));
  });

  it('weighs 0 below the hand-over, 1 above it and a half in its middle', () => {
    expect([0, 0.25, 0.625, 1, 9].map(handOverWeight)).toEqual([0, 0, 0.5, 1, 1]);
  });
});
