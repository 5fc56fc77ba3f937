import { describe, expect, it } from 'vitest';
import { applyCorrection } from '../../../../edge-agent/src/clicker/correction.js';
import { CountMeans, measuredAt } from '../../../../edge-agent/src/clicker/count-log.js';
import {
  correctionOf,
  fitGain,
  groupCounts,
} from '../../../../edge-agent/src/clicker/fit-correction.js';
import { reportFit } from '../../../../edge-agent/src/clicker/fit-report.js';
import { type HandCount, handCountsIn } from '../../../../edge-agent/src/clicker/hand-count.js';
import { numbers } from '../support/painted-place.js';

const START = Date.UTC(2026, 6, 4, 19, 30);
const time = (minutes: number): string => new Date(START + minutes * 60_000).toISOString();

const counted = (count: number, measured: number, minutes = 0, id = '00000000'): HandCount => ({
  ...{ id, camera: 'cam-1', zone: 'floor', count, measured, by: 'Kim' },
  ...{ at: time(minutes), enteredAt: time(minutes + 5) },
});

/** Counts an hour apart of a camera that sees `seen` of the people, give or take. */
const site = (seen: number, spread: number, moments: number, seed = 1): HandCount[] => {
  const next = numbers(seed);
  const normal = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  return Array.from({ length: moments }, (_, moment) => {
    const count = 40 + Math.round(160 * next());
    return counted(count, count * seen * Math.exp(spread * normal()), 60 * moment);
  });
};

describe('[U] correction by hand counts', () => {
  it('few counts move little: one that says half as many again moves by less than an eighth', () => {
    const { factor, relative } = fitGain(groupCounts([counted(150, 100)]));
    expect(factor).toBeGreaterThan(1);
    expect(factor).toBeLessThan(1.125);
    expect(relative).toBeGreaterThan(0.2);
  });

  it('many counts find the bias of a site and its spread', () => {
    const { factor, more, relative } = fitGain(groupCounts(site(0.8, 0.1, 30)));
    expect(factor).toBeGreaterThan(1.18);
    expect(factor).toBeLessThan(1.3);
    expect(relative).toBeGreaterThan(0.08);
    expect(relative).toBeLessThan(0.17);
    expect(more).toBe(0);
  });

  it('tells how many counts more would help, fewer with each', () => {
    const missing = [1, 4, 8, 16].map(
      (moments) => fitGain(groupCounts(site(0.8, 0.1, moments))).more,
    );
    expect(missing).toEqual(missing.toSorted((a, b) => b - a));
    expect(missing[0]).toBeGreaterThan(10);
  });

  it('counts of the same ten minutes say it once', () => {
    const once = fitGain(groupCounts([counted(150, 100)]));
    const often = fitGain(
      groupCounts(Array.from({ length: 20 }, (_, n) => counted(150, 100, n / 4))),
    );
    expect(Math.abs(often.factor - once.factor)).toBeLessThan(0.02);
  });

  it('stays within its bounds, whatever was entered', () => {
    for (const counts of [site(0.01, 0, 40), site(50, 0, 40), site(1, 3, 40), [counted(0, 0)]]) {
      const { factor, relative } = fitGain(groupCounts(counts));
      expect(factor).toBeGreaterThanOrEqual(0.5);
      expect(factor).toBeLessThanOrEqual(2);
      expect(relative).toBeGreaterThanOrEqual(0.05);
      expect(relative).toBeLessThanOrEqual(0.5);
    }
  });

  it('lowers the error of moments that it was not fitted to', () => {
    const report = reportFit(site(0.75, 0.08, 12));
    expect(report).toMatchObject({ counts: 12, moments: 12 });
    expect(report.before.bias).toBeLessThan(-15);
    expect(report.after?.mae).toBeLessThan(report.before.mae / 2);
    expect(reportFit([counted(10, 9)]).after).toBeUndefined();
  });

  it('multiplies counts and takes the spread of the site for what its errors share', () => {
    const fused = {
      persons: Float64Array.of(2, 4),
      densityWeight: Float64Array.of(0, 1),
      shared: Float64Array.of(1, 2),
      own: Float64Array.of(2, 4),
    };
    const corrected = applyCorrection(fused, { factor: 1.5, relative: 0.1, counts: 9, at: START });
    expect([...corrected.persons]).toEqual([3, 6]);
    expect(corrected.shared[1]).toBeCloseTo(0.6);
    expect([...corrected.own]).toEqual([4.5, 9]);
    expect(applyCorrection(fused, undefined)).toBe(fused);
  });
});

describe('[U] journal of hand counts', () => {
  it('keeps what was removed, and counts it no more; lines that are none are passed over', () => {
    const first = counted(10, 9, 0, '0000000a');
    const second = counted(20, 18, 60, '0000000b');
    const removal = { removes: '0000000a', by: 'Lee', enteredAt: time(90) };
    expect(handCountsIn([first, 'torn', second, removal, { ...second, by: '' }])).toEqual([second]);
    expect(correctionOf([])).toBeUndefined();
    expect(correctionOf([first, second])).toMatchObject({ counts: 2, at: START + 65 * 60_000 });
  });
});

describe('[U] the agent’s own counts', () => {
  it('are means of ten seconds, before correction, found again by their moment', () => {
    const means = new CountMeans('cam-1');
    const lines = Array.from({ length: 31 }, (_, second) =>
      means.add([{ zone: 'floor', persons: second < 10 ? 6 : 12 }], 1.2, START + second * 1_000),
    ).filter((line) => line !== undefined);
    expect(lines.map(({ zones }) => zones)).toEqual([{ floor: 5 }, { floor: 10 }, { floor: 10 }]);
    expect(measuredAt(lines, 'cam-1', 'floor', START + 25_000)).toBe(10);
    expect(measuredAt(lines, 'cam-1', 'floor', START + 5_000)).toBe(7.5);
    expect(measuredAt(lines, 'cam-1', 'floor', START + 300_000)).toBeUndefined();
    expect(measuredAt(lines, 'cam-1', 'stage', START + 5_000)).toBeUndefined();
    expect(measuredAt(lines, 'cam-2', 'floor', START + 5_000)).toBeUndefined();
  });
});
