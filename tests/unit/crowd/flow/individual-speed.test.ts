import { individualSpeed, type Trajectory } from '@throng/crowd';
import { describe, expect, it } from 'vitest';

/** Walks along x with `metres` per frame. */
const steady = (metres: number, length: number, firstFrame = 0): Trajectory => ({
  id: 1,
  frames: Array.from({ length }, (_, index) => firstFrame + index),
  points: Array.from({ length }, (_, index) => ({ x: metres * index, y: 0 })),
});

describe('individual speed', () => {
  it('[U] a steady walk has the same speed throughout, also at its borders', () => {
    for (const speed of individualSpeed(steady(0.1, 20, 300), 10)) expect(speed).toBeCloseTo(1, 12);
  });

  it('[U] in the middle the window reaches to both sides, at the borders to one', () => {
    const accelerating: Trajectory = {
      ...steady(0, 7),
      points: [0, 1, 4, 9, 16, 25, 36].map((x) => ({ x, y: 0 })),
    };
    expect(individualSpeed(accelerating, 1, 2)).toEqual([2, 4, 4, 6, 8, 8, 10]);
  });

  it('[U] a walk too short for any window has no known speed', () => {
    expect(individualSpeed(steady(0.1, 5), 10)).toEqual(new Array(5).fill(undefined));
  });

  it('[U] a gap in the frames lengthens the time, not the speed', () => {
    const gappy: Trajectory = {
      id: 1,
      frames: [0, 1, 5],
      points: [0, 1, 5].map((x) => ({ x, y: 0 })),
    };
    expect(individualSpeed(gappy, 1, 1)).toEqual([1, 1, 1]);
  });
});
