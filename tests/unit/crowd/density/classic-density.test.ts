import { classicDensity } from '@throng/crowd';
import { describe, expect, it } from 'vitest';
import { square } from '../support/arbitraries.js';

describe('classic density', () => {
  const people = [
    { x: 1, y: 1 },
    { x: 3, y: 2 },
    { x: 5, y: 2 },
  ];

  it('[U] persons inside per square metre', () => {
    expect(classicDensity(people, square(4))).toBe(2 / 16);
    expect(classicDensity([], square(4))).toBe(0);
  });

  it('[U] a person exactly on the boundary is outside', () => {
    expect(classicDensity([{ x: 0, y: 2 }], square(4))).toBe(0);
  });

  it('[U] an area without extent is refused', () => {
    expect(() => classicDensity(people, [])).toThrow(/has no area/);
  });
});
