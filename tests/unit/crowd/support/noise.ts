import type { Point } from '@throng/crowd';

/** Numbers of a normal distribution, the same for the same seed (mulberry32, Box and Muller). */
export const normalNoise = (seed: number): (() => number) => {
  let state = seed >>> 0;
  const uniform = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
};

/** A hand that clicks, off by `sigma` pixels each way. */
export const clicker = (seed: number, sigma: number): ((pixel: Point) => Point) => {
  const noise = normalNoise(seed);
  return ({ x, y }) => ({ x: x + sigma * noise(), y: y + sigma * noise() });
};
