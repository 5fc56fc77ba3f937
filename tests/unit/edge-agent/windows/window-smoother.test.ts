import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aggregateFrames } from '../../../../edge-agent/src/stages/aggregate-frames.js';
import { countNoise, followLevel } from '../../../../edge-agent/src/windows/follow-level.js';
import { WindowSmoother } from '../../../../edge-agent/src/windows/window-smoother.js';

const frame = (persons: number, sigma = 1) => ({
  capturedAt: 0,
  zones: [{ zone: 'hall', area: 40, persons, sigma, densityP95: persons / 40 }],
  cells: Float64Array.of(persons, 2 * persons),
});

/** What a series of windows says, one second each; a window is given by its frames' counts. */
const series = (windows: readonly (readonly number[])[], seconds = 1) => {
  const smoother = new WindowSmoother();
  return windows.map((counts, index) => {
    const frames = counts.map((count) => frame(count));
    const aggregated = aggregateFrames(frames);
    if (aggregated === undefined) throw new Error('a window holds frames');
    const { cells, zones } = smoother.next(frames, aggregated, index * seconds * 1_000);
    const [zone] = zones;
    if (zone === undefined) throw new Error('the zone is measured');
    return { ...zone, cells: [...cells] };
  });
};

const persons = (windows: readonly (readonly number[])[]) =>
  series(windows).map((zone) => zone.persons);

const count = fc.double({ min: 0, max: 2_000, noNaN: true });
const steady = (value: number, windows: number, frames = 1) =>
  Array.from({ length: windows }, () => Array.from({ length: frames }, () => value));

/** Equal but for the rounding of sums. */
const expectAlike = (said: ReturnType<typeof series>, clean: ReturnType<typeof series>): void => {
  expect(said).toHaveLength(clean.length);
  said.forEach((zone, index) => {
    expect(zone.persons).toBeCloseTo(clean[index]?.persons ?? Number.NaN, 9);
    expect(zone.sigma).toBeCloseTo(clean[index]?.sigma ?? Number.NaN, 9);
    expect(zone.densityP95).toBeCloseTo(clean[index]?.densityP95 ?? Number.NaN, 9);
    zone.cells.forEach((cell, place) => {
      expect(cell).toBeCloseTo(clean[index]?.cells[place] ?? Number.NaN, 9);
    });
  });
};

describe('[U] smoothing windows', () => {
  it('a single bad frame changes nothing at one frame per window', () => {
    fc.assert(
      fc.property(count, count, fc.integer({ min: 2, max: 6 }), (value, bad, at) => {
        const windows = steady(value, 9);
        const spoiled = windows.map((frames, index) => (index === at ? [bad] : frames));
        expectAlike(series(spoiled), series(windows));
      }),
      // A bad frame within the rounding of the good ones.
      { examples: [[1999.9999999999957, 1999.999999999996, 2]] },
    );
  });

  it.each([2, 3, 5])('a single bad frame changes nothing at %i frames per window', (frames) => {
    fc.assert(
      fc.property(count, count, fc.nat(frames - 1), (value, bad, at) => {
        const windows = steady(value, 6, frames);
        const spoiled = windows.map((counts, index) =>
          index === 3 ? counts.map((good, place) => (place === at ? bad : good)) : counts,
        );
        expectAlike(series(spoiled), series(windows));
      }),
    );
  });

  it('passes a sustained rise with its first window of three frames, but for the noise', () => {
    fc.assert(
      fc.property(count, count, (before, after) => {
        fc.pre(after > before);
        const said = persons([...steady(before, 4, 3), ...steady(after, 2, 3)]);
        expect(after - (said[4] ?? 0)).toBeLessThanOrEqual(0.75 * countNoise(after));
        expect(after - (said[5] ?? 0)).toBeLessThanOrEqual(0.3 * countNoise(after));
      }),
    );
  });

  it('passes a sustained rise with its second frame at one frame per window: a second later', () => {
    fc.assert(
      fc.property(count, count, (before, after) => {
        fc.pre(after > before);
        const said = persons([...steady(before, 4), ...steady(after, 3)]);
        expect(said[4]).toBeCloseTo(before, 9);
        expect(after - (said[5] ?? 0)).toBeLessThanOrEqual(0.75 * countNoise(after));
      }),
    );
  });

  it('follows a steady growth of one person a second less than two persons behind', () => {
    const growth = Array.from({ length: 60 }, (_, second) => Array(3).fill(20 + second));
    persons(growth).forEach((said, second) => {
      expect(20 + second - said).toBeLessThan(2);
    });
  });

  it('lets go slowly: two thirds of a fall in four seconds, never below what is read', () => {
    const said = persons([...steady(300, 3, 3), ...steady(0, 20, 3)]);
    expect(said[3]).toBeGreaterThan(150);
    expect(said[6]).toBeLessThan(100);
    expect(said[22]).toBeLessThan(1);
    said.forEach((value, index) => {
      expect(value).toBeGreaterThanOrEqual(0);
      if (index > 0) expect(value).toBeLessThanOrEqual((said[index - 1] ?? 0) + 1e-9);
    });
  });

  it('keeps the mean of a noisy count, and its calm', () => {
    let seed = 1;
    const uniform = () => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed / 2_147_483_647;
    };
    const normal = () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
    const noise = countNoise(100);
    const raw = Array.from({ length: 4_000 }, () => 100 + noise * normal());
    const said = persons(raw.map((value) => [value])).slice(10);
    const mean = said.reduce((sum, value) => sum + value, 0) / said.length;
    const spread = Math.sqrt(
      said.reduce((sum, value) => sum + (value - mean) ** 2, 0) / said.length,
    );
    expect(Math.abs(mean - 100)).toBeLessThan(0.1 * noise);
    expect(spread).toBeLessThan(0.75 * noise);
  });

  it('stays among what was read', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(count, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 12 }),
        (windows) => {
          const all = windows.flat();
          for (const said of persons(windows)) {
            expect(said).toBeGreaterThanOrEqual(Math.min(...all) - 1e-9);
            expect(said).toBeLessThanOrEqual(Math.max(...all) + 1e-9);
          }
        },
      ),
    );
  });

  it('adds to σ by how far it lags, and never lowers it', () => {
    const [, , , fallen] = series([...steady(300, 3, 3), ...steady(0, 1, 3)]);
    expect(fallen?.sigma).toBeCloseTo(Math.hypot(1, fallen?.persons ?? 0), 6);
    for (const { sigma } of series(steady(50, 6, 5))) expect(sigma).toBe(1);
  });

  it('begins anew after ten seconds without a window', () => {
    expect(series([[100], [0]], 11).map((zone) => zone.persons)).toEqual([100, 0]);
  });

  it('follows more of a step, the longer it lasted', () => {
    expect(followLevel(10, 11, 1)).toBeLessThan(followLevel(10, 11, 3));
    expect(followLevel(100, 0, 1)).toBeGreaterThan(followLevel(100, 0, 3));
    expect(followLevel(10, 10, 1)).toBe(10);
  });
});
