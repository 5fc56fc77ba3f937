import { sfpeSpeed, weidmannSpeed } from '@throng/crowd';
import { createRandom } from '@throng/simulation';
import { describe, expect, it } from 'vitest';
import {
  type Crowding,
  createCrowding,
} from '../../../packages/simulation/src/mesoscopic/crowding.js';
import { venueGraph } from '../../../packages/simulation/src/venue/venue-graph.js';
import { oneDoor } from '../support/one-door.js';

const hall = venueGraph(
  oneDoor({ width: 2, capacity: 1.3, crowd: 1, within: 1, before: 10, across: 10 }),
).grounds.find(({ id }) => id === 'hall');
if (hall === undefined) throw new Error('The experiment has lost its hall.');

/** Grounds draw their own diagram: a hundred of them. */
const crowds: Crowding[] = Array.from({ length: 100 }, (_, seed) =>
  createCrowding(hall, 'walkway', createRandom(seed + 1)),
);

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** Speeds once a crowd of this density has stood for a minute, m/s. */
const speedsAt = (density: number): number[] =>
  crowds.map((crowd) => {
    crowd.persons = density * hall.area;
    for (let second = 0; second < 60; second += 1) crowd.update(1);
    return crowd.speed;
  });

describe('speed and density of the simulated crowd', () => {
  it.each([0.5, 1, 2, 3, 4])(
    'at %s persons/m² the mean speed is Weidmann’s within 0.08 m/s',
    (density) => {
      expect(Math.abs(mean(speedsAt(density)) - weidmannSpeed(density))).toBeLessThan(0.08);
    },
  );

  it.each([1, 2, 3])('at %s persons/m² it is the SFPE handbook’s within 0.13 m/s', (density) => {
    expect(Math.abs(mean(speedsAt(density)) - sfpeSpeed(density))).toBeLessThan(0.13);
  });

  it('the flow is greatest at 1.5–2.5 persons/m², with 1.1–1.4 persons/(s·m)', () => {
    const densities = Array.from({ length: 50 }, (_, index) => 0.1 + index / 10);
    const flows = densities.map((density) => density * mean(speedsAt(density)));
    const greatest = Math.max(...flows);
    expect(greatest).toBeGreaterThan(1.1);
    expect(greatest).toBeLessThan(1.4);
    const at = densities[flows.indexOf(greatest)];
    expect(at).toBeGreaterThan(1.5);
    expect(at).toBeLessThan(2.5);
  });

  it('no single ground follows Weidmann’s curve, and even a packed one shuffles', () => {
    const densities = [0.7, 1.5, 2.5, 3.5];
    const speeds = densities.map(speedsAt);
    const off = crowds.map((_, crowd) =>
      mean(
        densities.map((density, index) =>
          Math.abs((speeds[index]?.[crowd] ?? 0) - weidmannSpeed(density)),
        ),
      ),
    );
    expect(Math.min(...off)).toBeGreaterThan(0.005);
    expect(Math.min(...speedsAt(8))).toBeGreaterThan(0.05);
  });
});
