import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fuseCells, handOverShare } from '../../../../edge-agent/src/stages/fuse-cells.js';
import { sampleView, total } from '../support/sample-camera.js';

const view = sampleView();
const crowd = (perSquareMetre: number) => view.ownedArea.map((ground) => ground * perSquareMetre);
const owned = total(view.ownedArea);
const stated = { relative: 0.18, floor: 0.3 };

describe('[U] fusing detector and density', () => {
  it('lets the density model add nobody to ground that both find all but empty', () => {
    const { persons } = fuseCells({ detected: crowd(0), estimated: crowd(0.005) }, view, stated);
    expect(total(persons)).toBe(0);
  });

  it('believes both where people are few, and the density model where they hide each other', () => {
    const few = fuseCells({ detected: crowd(0.3), estimated: crowd(0.4) }, view, stated);
    expect(total(few.persons) / owned).toBeGreaterThan(0.32);
    expect(total(few.persons) / owned).toBeLessThan(0.38);
    const dense = fuseCells({ detected: crowd(1.2), estimated: crowd(4) }, view, stated);
    expect(total(dense.persons) / owned).toBeGreaterThan(0.97 * 4);
  });

  it('is not fooled by a detector that went blind in a dense crowd, nor by a blind density model', () => {
    const blind = fuseCells({ detected: crowd(0), estimated: crowd(3) }, view, stated);
    expect(total(blind.persons) / owned).toBeGreaterThan(0.94 * 3);
    const seen = fuseCells({ detected: crowd(3), estimated: crowd(2.9) }, view, stated);
    expect(total(seen.persons) / owned).toBeGreaterThan(2.8);
    expect(total(seen.persons) / owned).toBeLessThan(3.3);
  });

  it('trusts a density model the less, the more it says that it errs', () => {
    const sources = { detected: crowd(0.6), estimated: crowd(1) };
    const good = fuseCells(sources, view, stated);
    const poor = fuseCells(sources, view, { relative: 0.6, floor: 0.3 });
    expect(total(poor.persons)).toBeLessThan(total(good.persons));
    expect(total(poor.shared)).toBeGreaterThan(total(good.shared));
  });

  it('hands over without a step, and never falls, while a crowd that both see grows', () => {
    let before = 0;
    for (let density = 0; density <= 5; density += 0.01) {
      const missed = density * Math.exp(-0.2 * density);
      const sources = { detected: crowd(missed), estimated: crowd(density) };
      const now = total(fuseCells(sources, view, stated).persons) / owned;
      expect(now).toBeGreaterThanOrEqual(before - 1e-9);
      expect(now - before).toBeLessThan(0.03);
      before = now;
    }
  });

  it('adds, where many hide each other, those whose heads do not show: at most two thirds', () => {
    const alone = (density: number) =>
      total(fuseCells({ detected: undefined, estimated: crowd(density) }, view).persons) /
      (density * owned);
    expect(alone(0.3)).toBeLessThan(1.005);
    expect(alone(3)).toBeGreaterThan(1.02);
    expect(alone(50)).toBeCloseTo(1 / 0.6, 6);
  });

  it('stays between its two sources in each cell, but for heads that are hidden', () => {
    const cells = fc.array(fc.double({ min: 0, max: 6, noNaN: true }), {
      minLength: view.ownedArea.length,
      maxLength: view.ownedArea.length,
    });
    fc.assert(
      fc.property(cells, cells, (a, b) => {
        const [detected, estimated] = [Float64Array.from(a), Float64Array.from(b)];
        fuseCells({ detected, estimated }, view, stated).persons.forEach((persons, cell) => {
          const pair = [detected[cell] ?? 0, estimated[cell] ?? 0];
          expect(persons).toBeGreaterThanOrEqual(Math.min(...pair) - 1e-9);
          expect(persons).toBeLessThanOrEqual(Math.max(...pair) / 0.6 + 1e-9);
        });
      }),
      { numRuns: 30 },
    );
  });

  it('is never less sure than either source alone, where both see the same', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.3, max: 5, noNaN: true }), (density) => {
        const [detected, estimated] = [crowd(density), crowd(density)];
        const variance = ({ own, shared }: ReturnType<typeof fuseCells>) =>
          own.map((apart, cell) => (shared[cell] ?? 0) ** 2 + apart);
        const both = total(variance(fuseCells({ detected, estimated }, view, stated)));
        for (const alone of [
          { detected, estimated: undefined },
          { detected: undefined, estimated },
        ]) {
          expect(both).toBeLessThanOrEqual(total(variance(fuseCells(alone, view, stated))) * 1.02);
        }
      }),
    );
  });

  it('uses the only model there is', () => {
    expect(fuseCells({ detected: crowd(1), estimated: undefined }, view).persons).toEqual(crowd(1));
    const { persons } = fuseCells({ detected: undefined, estimated: crowd(0.3) }, view);
    expect(total(persons)).toBeCloseTo(total(crowd(0.3)), 0);
  });

  it('gives the density model no say below the hand-over, its whole say above', () => {
    expect([0, 0.03, 0.08, 9].map(handOverShare)).toEqual([0, 0, 1, 1]);
    expect(handOverShare(0.055)).toBeCloseTo(0.5, 9);
  });
});
