import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fuseCells } from '../../../../edge-agent/src/stages/fuse-cells.js';
import { measureZones } from '../../../../edge-agent/src/stages/measure-zones.js';
import { growingCrowd, type SeenCrowd } from '../../../support/growing-crowd.js';
import { total } from '../support/sample-camera.js';

const CAMERAS = [0, 1, 2];

/** What the real models saw of a place that fills, kept by the integration test of the same name. */
const seenBy = (camera: number): readonly SeenCrowd[] =>
  JSON.parse(
    readFileSync(
      new URL(`../../../fixtures/hand-over/camera-${camera}.json`, import.meta.url),
      'utf8',
    ),
  );

/** The same, fused and measured, each step with the one before. */
const countedBy = (camera: number) => {
  const { view } = growingCrowd(camera);
  const counts = seenBy(camera).map(({ density, detected, estimated, truth }) => {
    const cells = {
      detected: Float64Array.from(detected),
      estimated: Float64Array.from(estimated),
    };
    const fused = fuseCells(cells, view, { relative: 0.18, floor: 0.3 });
    const [zone] = measureZones(fused, view);
    if (zone === undefined) throw new Error('the zone is measured');
    const byDensity = total(fused.densityWeight) / fused.densityWeight.length;
    const sources = { detected: total(detected), estimated: total(estimated) };
    return { ...zone, ...sources, byDensity, density, truth };
  });
  return counts.flatMap((now, index) => {
    const before = counts[index - 1];
    return before === undefined ? [] : [{ before, now }];
  });
};

describe.each(CAMERAS)(
  '[U] a crowd that grows from 0 to 5 persons/m² before camera %i',
  (camera) => {
    const steps = countedBy(camera);

    it('never counts fewer as it grows, within half a standard deviation', () => {
      for (const { before, now } of steps) {
        expect(now.persons, `at ${now.density}`).toBeGreaterThan(before.persons - 0.5 * now.sigma);
      }
    });

    it('is counted without a step: a tenth of a person/m² more moves it by little more than it is', () => {
      for (const { before, now } of steps) {
        const excess = now.persons - before.persons - (now.truth - before.truth);
        expect(Math.abs(excess), `at ${now.density}`).toBeLessThan(Math.max(8, 0.12 * now.truth));
      }
    });

    it('gets no step from the hand-over that neither model made', () => {
      for (const { before, now } of steps) {
        const rises = [now.detected - before.detected, now.estimated - before.estimated];
        const rise = now.persons - before.persons;
        // A head more that shows stands for some that do not.
        const slack = 2 + 0.05 * now.truth;
        expect(rise, `at ${now.density}`).toBeLessThan(Math.max(...rises) + slack);
        expect(rise, `at ${now.density}`).toBeGreaterThan(Math.min(...rises) - slack);
      }
    });

    it('is handed over from a detector that still says half to a density model that says nearly all', () => {
      const [first, last] = [steps[2]?.now, steps.at(-1)?.now];
      expect(first?.byDensity).toBeLessThan(0.6);
      expect(last?.byDensity).toBeGreaterThan(0.9);
    });

    it('is surer of few than of many, and of none nearly sure', () => {
      const [start] = steps;
      expect(start?.before.persons).toBeLessThan(0.5);
      expect(start?.before.sigma).toBeLessThan(2);
      expect(steps.at(-1)?.now.sigma).toBeGreaterThan(start?.now.sigma ?? Number.NaN);
    });
  },
);
