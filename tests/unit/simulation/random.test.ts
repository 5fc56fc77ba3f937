import { describe, expect, it } from 'vitest';
import { createRandom, mixSeed } from '../../../packages/simulation/src/random/random.js';

describe('random numbers', () => {
  it('[U] are mulberry32: the published first values of seed 1', () => {
    const random = createRandom(1);
    const values = [random.next(), random.next(), random.next()];
    expect(values.map((value) => Math.round(value * 4_294_967_296))).toEqual([
      2693262067, 11749833, 2265367787,
    ]);
  });

  it('[U] are spread evenly, and normal ones have mean 0 and variance 1', () => {
    const random = createRandom(mixSeed(3, 4));
    const even = Array.from({ length: 20_000 }, () => random.next());
    const normal = Array.from({ length: 20_000 }, () => random.normal());
    const mean = (values: readonly number[]) =>
      values.reduce((sum, value) => sum + value, 0) / values.length;
    expect(mean(even)).toBeCloseTo(0.5, 1);
    expect(mean(normal)).toBeCloseTo(0, 1);
    expect(mean(normal.map((value) => value * value))).toBeCloseTo(1, 1);
  });

  it('[U] neighbouring seeds give unrelated streams', () => {
    const firsts = Array.from({ length: 100 }, (_, seed) => createRandom(mixSeed(seed, 1)).next());
    expect(new Set(firsts).size).toBe(100);
  });
});
