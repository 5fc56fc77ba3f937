import { createRandom } from '@throng/simulation';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CLUE_COUNT } from '../../../../control-server/src/forecast/clues.js';
import { Experts } from '../../../../control-server/src/forecast/experts.js';
import { Intervals } from '../../../../control-server/src/forecast/interval.js';
import { RecentDensities } from '../../../../control-server/src/forecast/recent-densities.js';
import { SAID, SAID_WIDTH, Sayings } from '../../../../control-server/src/forecast/sayings.js';
import { solveInPlace } from '../../../../control-server/src/forecast/solve-linear.js';
import { ZoneWeights } from '../../../../control-server/src/forecast/zone-weights.js';

const product = (rows: readonly (readonly number[])[], x: readonly number[]): number[] =>
  rows.map((row) => row.reduce((sum, value, index) => sum + value * (x[index] ?? 0), 0));

const lowerHalf = (matrix: readonly (readonly number[])[]): Float64Array =>
  Float64Array.from(matrix.flatMap((row, index) => row.slice(0, index + 1)));

/** What was said of the one zone: its clues, and nobody there. */
const tableOf = (clues: readonly number[]): Float32Array => {
  const table = new Float32Array(SAID_WIDTH);
  table.set(clues);
  return table;
};

describe('what the forecast learns with', () => {
  it('[U] linear equations of a positive definite matrix are solved', () => {
    const entry = fc.double({ min: -3, max: 3, noNaN: true });
    const square = fc.array(fc.array(entry, { minLength: 4, maxLength: 4 }), {
      minLength: 4,
      maxLength: 4,
    });
    fc.assert(
      fc.property(square, fc.array(entry, { minLength: 4, maxLength: 4 }), (root, x) => {
        // M·Mᵀ + I is positive definite for any M.
        const matrix = root.map((a, i) =>
          root.map((b, j) => a.reduce((sum, v, k) => sum + v * (b[k] ?? 0), i === j ? 1 : 0)),
        );
        const solution = Float64Array.from(product(matrix, x));
        expect(solveInPlace(lowerHalf(matrix), solution, 4)).toBe(true);
        solution.forEach((value, index) => {
          expect(value).toBeCloseTo(x[index] ?? 0, 6);
        });
      }),
    );
  });

  it('[U] a matrix that is not positive definite is refused', () => {
    expect(solveInPlace(Float64Array.of(1, 2, 1), Float64Array.of(1, 1), 2)).toBe(false);
  });

  it('[U] a zone learns what its clues are worth, whatever the prior says', () => {
    const random = createRandom(1);
    const weights = new ZoneWeights(1, () => Array.from({ length: CLUE_COUNT }, () => 0.5));
    for (let tick = 0; tick < 3_000; tick += 1) {
      const clues = Array.from({ length: CLUE_COUNT }, () => random.normal());
      const table = tableOf(clues);
      table[SAID.learnt] = weights.byLearning(0, table);
      weights.learn(0, table, 0.9 * (clues[1] ?? 0) - 0.3 * (clues[5] ?? 0), tick);
      weights.solve(tick);
    }
    const only = (clue: number) =>
      tableOf(Array.from({ length: CLUE_COUNT }, (_, index) => (index === clue ? 1 : 0)));
    expect(weights.byLearning(0, only(1))).toBeCloseTo(0.9, 1);
    expect(weights.byLearning(0, only(5))).toBeCloseTo(-0.3, 1);
    expect(weights.byLearning(0, only(3))).toBeCloseTo(0, 1);
    expect(weights.byPrior(0, only(3))).toBe(0.5);
  });

  it('[U] trust goes to the expert that is right', () => {
    const experts = new Experts(Float64Array.of(10), () => true);
    const table = tableOf([]);
    table[SAID.base] = 1;
    for (let tick = 0; tick < 200; tick += 1) {
      const mixed = experts.mix(0, table, 2, 1);
      experts.judge(0, table, 2, 3);
      if (tick === 0) expect(mixed).toBeLessThan(2.5);
    }
    expect(experts.mix(0, table, 2, 1)).toBeCloseTo(3, 2);
  });

  it('[U] trust goes to the expert that is right in a hall too, where a few persons are next to no density', () => {
    const area = 3_000;
    const experts = new Experts(Float64Array.of(area), () => false);
    const table = tableOf([]);
    table[SAID.base] = 100 / area;
    const mix = () => area * experts.mix(0, table, 20 / area, 60 / area);
    // Three of six votes see no change.
    expect(mix()).toBeLessThan(125);
    for (let tick = 0; tick < 200; tick += 1) {
      mix();
      experts.judge(0, table, 20 / area, 160 / area);
    }
    expect(mix()).toBeCloseTo(160, 0);
  });

  it('[U] an expert without a rhythm or a former evening is no second voice for no change', () => {
    const table = tableOf([]);
    table[SAID.base] = 1;
    const mixed = (isProfiled: boolean) =>
      new Experts(Float64Array.of(10), () => isProfiled).mix(0, table, 1, 1);
    // Two votes for the prior weights and one for what was learnt, against "as now", graph and mean.
    expect(mixed(false)).toBeCloseTo(1 + 3 / 6, 6);
    expect(mixed(true)).toBeCloseTo(1 + 3 / 7, 6);
  });

  it('[U] what was said is due when its time has come, and not before', () => {
    const said = new Sayings(1, 3);
    for (const density of [1, 2, 3]) {
      expect(said.due()).toBeUndefined();
      said.next()[SAID.mixed] = density;
    }
    expect(said.due()?.[SAID.mixed]).toBe(1);
    said.next()[SAID.mixed] = 4;
    expect(said.due()?.[SAID.mixed]).toBe(2);
  });

  it('[U] a peak is the highest density that holds for three ticks, not a burst', () => {
    const recent = new RecentDensities(1);
    for (const density of [1, 1, 1, 4, 2, 2, 2, 1, Number.NaN]) {
      recent.add(Float64Array.of(density));
    }
    expect(recent.outcome(0, { kind: 'peak', ticks: 6 })).toBe(2);
    expect(recent.outcome(0, { kind: 'peak', ticks: 12 })).toBe(2);
    expect(recent.outcome(0, { kind: 'peak', ticks: 2 })).toBe(1);
    expect(recent.outcome(0, { kind: 'at', ticks: 6 })).toBeNaN();
  });

  it('[U] intervals hold their share of outcomes, whatever the errors are like', () => {
    for (const spread of [0.1, 1]) {
      const random = createRandom(7);
      const intervals = new Intervals(1, { kind: 'at', ticks: 30 });
      const held = [0, 0];
      const [warmUp, judged] = [3_000, 4_000];
      for (let tick = 0; tick < warmUp + judged; tick += 1) {
        const density = 1 + spread * random.normal();
        for (const coverage of [0, 1]) {
          const inside = Math.abs(density - 1) <= intervals.halfWidth(0, 1, coverage);
          if (tick >= warmUp && inside) held[coverage] = (held[coverage] ?? 0) + 1;
        }
        intervals.judge(0, 1, density);
      }
      expect((held[0] ?? 0) / judged).toBeCloseTo(0.8, 1);
      expect((held[1] ?? 0) / judged).toBeCloseTo(0.95, 1);
    }
  });

  it('[U] ground that has just filled errs as such ground does elsewhere, not as it did while empty', () => {
    const intervals = new Intervals(2, { kind: 'at', ticks: 30 });
    for (let tick = 0; tick < 500; tick += 1) {
      intervals.judge(0, 0.1, 0.1);
      intervals.judge(1, 3, tick % 2 === 0 ? 2 : 4);
    }
    expect(intervals.expectedError(0, 0.1)).toBeLessThan(0.1);
    expect(intervals.expectedError(0, 3)).toBeGreaterThan(0.8);
  });
});
