import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  counterflowIndex,
  type ZoneMotion,
  zoneMovement,
} from '../../../../edge-agent/src/flow/zone-motion.js';

/** People with their speeds, each in one of eight directions. */
const motionOf = (people: readonly (readonly [speed: number, heading: number])[]): ZoneMotion => {
  const headings = new Array<number>(8).fill(0);
  for (const [speed, heading] of people) headings[heading] = (headings[heading] ?? 0) + speed;
  return {
    persons: people.length,
    speed: people.reduce((sum, [speed]) => sum + speed, 0),
    squared: people.reduce((sum, [speed]) => sum + speed * speed, 0),
    headings,
    stopAndGo: 0,
  };
};

const walkers = (count: number, speed: number, heading: number) =>
  Array.from({ length: count }, () => [speed, heading] as const);

describe('[U] movement of a zone', () => {
  it('mean and variance of the speeds, over people and frames', () => {
    const frame = motionOf([...walkers(3, 1, 0), ...walkers(3, 2, 0)]);
    expect(zoneMovement([frame, frame], 5)).toMatchObject({ meanSpeed: 1.5, speedVariance: 0.25 });
  });

  it('[P8] says nothing of fewer people than five', () => {
    expect(zoneMovement([motionOf(walkers(5, 1, 0))], 5)).toBeDefined();
    expect(zoneMovement([motionOf(walkers(4, 1, 0))], 5)).toBeUndefined();
    const [many, few] = [motionOf(walkers(6, 1, 0)), motionOf(walkers(3, 1, 0))];
    expect(zoneMovement([many, few], 5)).toBeUndefined();
    expect(zoneMovement([], 5)).toBeUndefined();
  });

  it('counterflow is 0 one way, 1 half and half, in any direction', () => {
    for (let heading = 0; heading < 8; heading += 1) {
      const back = (heading + 4) % 8;
      const index = (there: number, again: number) =>
        counterflowIndex(
          motionOf([...walkers(there, 1, heading), ...walkers(again, 1, back)]).headings,
        );
      expect(index(10, 0)).toBeCloseTo(0, 9);
      expect(index(5, 5)).toBeCloseTo(1, 9);
      expect(index(9, 3)).toBeCloseTo(0.5, 9);
    }
  });

  it('two streams that cross at a right angle are no counterflow', () => {
    const crossing = motionOf([...walkers(10, 1, 0), ...walkers(4, 1, 6)]);
    expect(counterflowIndex(crossing.headings)).toBeCloseTo(0, 9);
  });

  it('counterflow stays between 0 and 1, and takes no side', () => {
    const headings = fc.array(fc.double({ min: 0, max: 50, noNaN: true }), {
      minLength: 8,
      maxLength: 8,
    });
    fc.assert(
      fc.property(headings, (flows) => {
        const index = counterflowIndex(flows);
        expect(index).toBeGreaterThanOrEqual(0);
        expect(index).toBeLessThanOrEqual(1 + 1e-9);
        // Where no axis stands out, none is better than another.
        const axis = (of: (angle: number) => number) =>
          flows.reduce((sum, flow, sector) => sum + flow * of((Math.PI * sector) / 2), 0);
        fc.pre(Math.hypot(axis(Math.cos), axis(Math.sin)) > 1e-3);
        const turned = counterflowIndex([...flows.slice(4), ...flows.slice(0, 4)]);
        expect(turned).toBeCloseTo(index, 6);
      }),
    );
  });
});
