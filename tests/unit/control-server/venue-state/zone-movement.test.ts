import { describe, expect, it } from 'vitest';
import { joinMovement } from '../../../../control-server/src/venue-state/zone-movement.js';

const part = (persons: number, meanSpeed: number, speedVariance: number) => ({
  ...{ zone: 'floor', persons, sigma: 1, area: 40, densityP95: 1 },
  movement: { meanSpeed, speedVariance, stopAndGo: 0.5, counterflow: 0 },
});

describe('[U] movement of a zone under several cameras', () => {
  it('weighs each camera by its people', () => {
    const joined = joinMovement(joinMovement(undefined, part(30, 1, 0), 1), part(10, 0.2, 0), 5);
    expect(joined?.persons).toBe(40);
    expect(joined?.seconds).toBe(5);
    expect(joined?.movement.meanSpeed).toBeCloseTo(0.8, 9);
    expect(joined?.movement.stopAndGo).toBeCloseTo(0.5, 9);
  });

  it('two even streams of different speed have a variance together', () => {
    const joined = joinMovement(joinMovement(undefined, part(20, 1, 0), 1), part(20, 0, 0), 1);
    expect(joined?.movement.speedVariance).toBeCloseTo(0.25, 9);
    expect(joined?.localVariance).toBe(0);
  });

  it('a part with too few people changes nothing', () => {
    const { movement: _, ...few } = part(2, 9, 9);
    const alone = joinMovement(undefined, part(20, 1, 0.1), 1);
    expect(joinMovement(alone, few, 1)).toBe(alone);
    expect(joinMovement(undefined, few, 1)).toBeUndefined();
  });
});
