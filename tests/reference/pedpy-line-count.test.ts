import { beforeAll, describe, expect, it } from 'vitest';
import { LineCounter } from '../../edge-agent/src/flow/line-counter.js';
import { seenAt, trackerFromAbove } from '../unit/edge-agent/support/walkers.js';
import * as bottleneck from './support/bottleneck.js';
import { availability } from './support/shared-data.js';

const { present, note } = availability(bottleneck.folder);

const START = 1_000_000_000;

describe.runIf(present)(`line counts of tracks against PedPy${note}`, () => {
  let frames: { x: number; y: number }[][] = [];

  beforeAll(() => {
    frames = [];
    for (const { frames: numbers, points } of bottleneck.readTrajectories()) {
      points.forEach((point, index) => {
        const frame = numbers[index] ?? 0;
        frames[frame] ??= [];
        frames[frame].push(point);
      });
    }
  });

  /** N(t) from places without names: people are told apart by their motion alone. */
  const cumulative = (everyNth: number): number[] => {
    const tracker = trackerFromAbove();
    const counter = new LineCounter(bottleneck.measurementLine, 0.3);
    const counts = frames.map(() => 0);
    frames.forEach((places, frame) => {
      if (frame % everyNth !== 0) return;
      const at = START + (1_000 * frame) / bottleneck.frameRate;
      for (const { step, track } of tracker.next(
        places.map((place) => seenAt(place, 0.9, 0)),
        at,
      )) {
        for (const crossing of counter.step(track, step)) {
          const crossed = Math.round(((crossing.at - START) * bottleneck.frameRate) / 1_000);
          counts[crossed] = (counts[crossed] ?? 0) + crossing.direction;
        }
      }
    });
    let sum = 0;
    return counts.map((count) => {
      sum += count;
      return sum;
    });
  };

  it('[U] N(t) is exact in every frame, 348 in the end', () => {
    expect(cumulative(1)).toEqual(bottleneck.cumulativeResults().map(([, , count]) => count));
  });

  it('[U] with two frames of three lost, at up to 5 persons/m², N stays within 6 %', () => {
    expect(Math.abs((cumulative(3).at(-1) ?? 0) - 348)).toBeLessThanOrEqual(0.06 * 348);
  });
});
