import { steps } from '@throng/crowd';
import { describe, expect, it } from 'vitest';

const [a, b] = [
  { x: 0, y: 0 },
  { x: 1, y: 0 },
];

describe('the steps of a trajectory', () => {
  it('[U] one fewer than its points, each with the frame it ends in', () => {
    expect([...steps({ id: 1, frames: [4, 6], points: [a, b] })]).toEqual([
      { frame: 6, from: a, to: b },
    ]);
    expect([...steps({ id: 1, frames: [4], points: [a] })]).toEqual([]);
  });

  it('[U] a point without a frame is a bug', () => {
    expect(() => [...steps({ id: 1, frames: [4], points: [a, b] })]).toThrow(/Point 1/);
  });
});
