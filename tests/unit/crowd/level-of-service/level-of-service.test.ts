import { levelLimits, levelOfService, zoneKinds } from '@throng/crowd';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const kind = fc.constantFrom(...zoneKinds);
const density = fc.double({ min: 0, max: 12, noNaN: true });

describe("Fruin's level of service", () => {
  it.each([
    ['walkway', 0, 'A'],
    ['walkway', 0.4, 'B'],
    ['walkway', 0.5, 'C'],
    ['walkway', 1, 'D'],
    ['walkway', 2, 'E'],
    ['walkway', 2.2, 'F'],
    ['stairs', 1, 'C'],
    ['stairs', 2.8, 'F'],
    ['queue', 1, 'B'],
    ['queue', 5, 'E'],
    ['queue', 5.3, 'F'],
    ['viewing', 3, 'D'],
  ] as const)('[U] a %s at %s persons/m² has level %s', (zone, persons, level) => {
    expect(levelOfService(zone, persons)).toBe(level);
  });

  it('[U] a density exactly on a limit still has the better level', () => {
    expect(levelOfService('walkway', 1 / 0.46)).toBe('E');
    expect(levelOfService('walkway', 1 / 0.46 + 1e-9)).toBe('F');
  });

  it('[U] it never improves as density rises', () => {
    fc.assert(
      fc.property(kind, density, density, (zone, a, b) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        expect(levelOfService(zone, low) <= levelOfService(zone, high)).toBe(true);
      }),
    );
  });

  it('[U] the limits tighten from A to E', () => {
    for (const zone of zoneKinds) {
      const areas = levelLimits[zone].map(({ minArea }) => minArea);
      expect(areas).toEqual([...areas].sort((a, b) => b - a));
    }
  });

  it('[U] unknown is no level', () => {
    expect(() => levelOfService('queue', Number.NaN)).toThrow(/unknown/);
  });
});
