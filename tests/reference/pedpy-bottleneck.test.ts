import {
  area,
  classicDensity,
  crossingFrame,
  cumulativeCount,
  individualSpeed,
  intervalFlows,
  isStrictlyInside,
  type Point,
  voronoiDensity,
} from '@throng/crowd';
import { beforeAll, describe, expect, it } from 'vitest';
import * as bottleneck from './support/bottleneck.js';
import { availability } from './support/shared-data.js';

const { present, note } = availability(bottleneck.folder);

/** PedPy's own tolerance, in each figure's unit. */
const tolerance = 0.01;

interface Sample {
  readonly id: number;
  readonly point: Point;
  readonly speed: number;
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** One list of people per frame. */
const byFrame = (trajectories: ReturnType<typeof bottleneck.readTrajectories>): Sample[][] => {
  const frames: Sample[][] = [];
  for (const trajectory of trajectories) {
    const speeds = individualSpeed(trajectory, bottleneck.frameRate);
    trajectory.points.forEach((point, index) => {
      const frame = trajectory.frames[index] ?? 0;
      frames[frame] ??= [];
      frames[frame].push({ id: trajectory.id, point, speed: speeds[index] ?? Number.NaN });
    });
  }
  return frames;
};

describe.runIf(present)(`against PedPy’s results on the laboratory bottleneck${note}`, () => {
  const { measurementArea, measurementLine } = bottleneck;
  let trajectories: ReturnType<typeof bottleneck.readTrajectories> = [];
  let frames: Sample[][] = [];

  beforeAll(() => {
    trajectories = bottleneck.readTrajectories();
    frames = byFrame(trajectories);
  });

  const densityIn = (frame: number): number =>
    classicDensity(
      (frames[frame] ?? []).map(({ point }) => point),
      measurementArea,
    );

  it('[U] the measurement area is 3.18 m² and 348 people walk', () => {
    expect(area(measurementArea)).toBeCloseTo(3.18, 10);
    expect(trajectories).toHaveLength(348);
  });

  it('[U] classic density: every frame within 0.01 persons/m²', () => {
    const results = bottleneck.classicResults();
    expect(results).toHaveLength(959);
    for (const [frame = -1, expected = Number.NaN] of results) {
      const difference = Math.abs(densityIn(frame) - expected);
      expect(difference, `frame ${frame}`).toBeLessThan(tolerance);
    }
  });

  it('[U] classic density: mean 2.6004, maximum 5.031 persons/m² in frame 443', () => {
    const densities = frames.map((_, frame) => densityIn(frame));
    expect(Math.abs(mean(densities) - 2.6004)).toBeLessThan(tolerance);
    expect(Math.abs(Math.max(...densities) - 5.031)).toBeLessThan(tolerance);
    expect(densities.indexOf(Math.max(...densities))).toBe(443);
  });

  it('[U] Voronoi density: every fifth frame within 0.01, their mean near 2.5593 persons/m²', () => {
    const fifths = bottleneck.voronoiResults().filter(([frame = 0]) => frame % 5 === 0);
    const densities = fifths.map(([frame = -1, expected = Number.NaN]) => {
      const persons = (frames[frame] ?? []).map(({ point }) => point);
      const density = voronoiDensity(persons, measurementArea, bottleneck.walkableArea);
      expect(Math.abs(density - expected), `frame ${frame}`).toBeLessThan(tolerance);
      return density;
    });
    expect(mean(densities)).toBeCloseTo(2.5593, 1);
  });

  it('[U] mean speed in the area: every frame within 0.01 m/s', () => {
    for (const [frame = -1, density = 0, expected = Number.NaN] of bottleneck.classicResults()) {
      if (density === 0) continue;
      const inside = (frames[frame] ?? []).filter(({ point }) =>
        isStrictlyInside(measurementArea, point),
      );
      const difference = Math.abs(mean(inside.map(({ speed }) => speed)) - expected);
      expect(difference, `frame ${frame}`).toBeLessThan(tolerance);
    }
  });

  it('[U] cumulative count N(t): every frame exactly, 348 in the end', () => {
    const counts = cumulativeCount(trajectories, measurementLine);
    expect(counts).toEqual(bottleneck.cumulativeResults().map(([, , count]) => count));
    const hundreds = [100, 200, 300, 400, 500, 600, 700, 800].map((frame) => counts[frame]);
    expect(hundreds).toEqual([41, 92, 134, 182, 225, 267, 308, 338]);
    expect(counts.at(-1)).toBe(348);
  });

  it('[U] flow and mean speed on the line: every interval within 0.01', () => {
    const flows = intervalFlows(cumulativeCount(trajectories, measurementLine), 150, 16);
    const results = bottleneck.flowResults();
    expect(flows).toHaveLength(results.length);
    const crossings = trajectories.map((trajectory) => crossingFrame(trajectory, measurementLine));
    flows.forEach(({ flow, fromFrame, toFrame }, interval) => {
      const speeds = trajectories.flatMap(({ id }, index) => {
        const frame = crossings[index] ?? -1;
        if (frame < fromFrame || frame > toFrame) return [];
        return frames[frame]?.find((sample) => sample.id === id)?.speed ?? [];
      });
      const [expectedFlow = Number.NaN, expectedSpeed = Number.NaN] = results[interval] ?? [];
      expect(Math.abs(mean(speeds) - expectedSpeed)).toBeLessThan(tolerance);
      // The reference leaves the very first passing out of its first flow; PedPy skips it too.
      if (interval > 0) expect(Math.abs(flow - expectedFlow)).toBeLessThan(tolerance);
    });
  });
});
