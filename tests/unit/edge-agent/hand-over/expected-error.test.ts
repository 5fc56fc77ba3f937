import { describe, expect, it } from 'vitest';
import {
  densityError,
  detectorError,
  expectedSquare,
} from '../../../../edge-agent/src/hand-over/expected-error.js';
import {
  DENSITY_ERRORS,
  DETECTOR_ERRORS,
} from '../../../../edge-agent/src/hand-over/measured-errors.js';

const detector = (hiding: number, pixels: number, scale = 1) =>
  detectorError({ hiding, pixels }, scale, DETECTOR_ERRORS).relative;
const density = (hiding: number, pixels: number, stated = 0.18) =>
  densityError({ hiding, pixels }, stated, DENSITY_ERRORS).relative;

describe('[U] expected error of each source', () => {
  it('is (relative·n)² + perPerson·n + perSquareMetre·a', () => {
    const error = { shown: 1, relative: 0.1, perPerson: 0.5, perSquareMetre: 0.01 };
    expect(expectedSquare(error, 20, 100)).toBeCloseTo(4 + 10 + 1, 9);
  });

  it('lets a detector miss who is hidden, and who is small in its own picture', () => {
    expect(detector(0, 100)).toBeCloseTo(0, 6);
    expect(detector(DETECTOR_ERRORS.hiding, 100)).toBeCloseTo(1 - 1 / Math.E, 6);
    expect(detector(0, DETECTOR_ERRORS.smallest)).toBeCloseTo(1 / Math.E, 6);
    expect(detector(0, 2 * DETECTOR_ERRORS.smallest, 0.5)).toBeCloseTo(1 / Math.E, 6);
  });

  it('lets a density model err where heads hide, where people are small, and where they are near', () => {
    const usual = density(0, 100);
    expect(usual).toBeLessThan(0.1);
    expect(density(20, 100)).toBeGreaterThan(2 * usual);
    expect(density(0, 15)).toBeGreaterThan(2 * usual);
    expect(density(0, 400)).toBeGreaterThan(2 * usual);
    expect(density(0, 100, 0.42)).toBeGreaterThan(1.5 * usual);
    expect(density(1_000, 1, 1)).toBe(1);
  });

  it('counts by heads those who show, and by boxes those who are there', () => {
    const shown = (hiding: number) =>
      densityError({ hiding, pixels: 100 }, 0.18, DENSITY_ERRORS).shown;
    expect(shown(0)).toBe(1);
    expect(shown(DENSITY_ERRORS.shown / 2)).toBeCloseTo(0.8, 9);
    expect(shown(1_000)).toBe(0.6);
    expect(detectorError({ hiding: 9, pixels: 100 }, 1, DETECTOR_ERRORS).shown).toBe(1);
  });
});
