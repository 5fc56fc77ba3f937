import { gridOver } from '@throng/crowd';
import { describe, expect, it } from 'vitest';
import { StopAndGo } from '../../../../edge-agent/src/flow/stop-and-go.js';

const cells = 9;
const grid = gridOver({ minX: 0, minY: 0, maxX: 3, maxY: 3 }, 1);

/** Watches one patch for a minute and a half, ten persons at the given speed, five frames a second. */
const watch = (speedAt: (seconds: number) => number, until = 90): number => {
  const watcher = new StopAndGo(grid, cells);
  let index = 0;
  for (let seconds = 0; seconds < until; seconds += 0.2) {
    const persons = new Float64Array(cells).fill(10 / cells);
    const speed = persons.map((here) => here * speedAt(seconds));
    const motion = { persons, speed, squared: speed, headings: new Float64Array(8 * cells) };
    index = watcher.next(motion, 1_000 * seconds)[0] ?? Number.NaN;
  }
  return index;
};

describe('[U] stop-and-go', () => {
  it('is 0 where all walk, and where all stand', () => {
    expect(watch(() => 1.2)).toBe(0);
    expect(watch(() => 0.02)).toBe(0);
  });

  it('is 1 where waves pass every twenty seconds', () => {
    expect(watch((seconds) => (seconds % 20 < 10 ? 0.05 : 0.8))).toBe(1);
  });

  it('a gate that opens once is not a wave', () => {
    expect(watch((seconds) => (seconds < 45 ? 0 : 1))).toBe(0.5);
  });

  it('forgets after a minute', () => {
    const waves = (seconds: number) => (seconds < 60 && seconds % 20 < 10 ? 0.05 : 0.8);
    expect(watch(waves, 140)).toBe(0);
  });

  it('a speed that trembles between both thresholds starts nothing', () => {
    expect(watch((seconds) => 0.28 + 0.1 * Math.sin(3 * seconds))).toBe(0);
  });
});
