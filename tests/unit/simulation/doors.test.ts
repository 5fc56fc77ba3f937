import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDoor } from '../../../packages/simulation/src/doors/door.js';
import { venueGraph } from '../../../packages/simulation/src/venue/venue-graph.js';
import { arena } from './arena.js';

const gate = () => {
  const way = venueGraph(arena()).ways.find(({ id }) => id === 'gate-b');
  if (way === undefined) throw new Error('The arena has no gate B.');
  return createDoor(way);
};

/** Lets as many through as the door serves, with `waiting` people at all times; persons/s. */
const flow = (door: ReturnType<typeof gate>, waiting: number, seconds: number): number => {
  let passed = 0;
  for (let time = 0; time < seconds; time += 0.25) {
    const places = Math.min(waiting, door.serve(waiting, 0.25));
    for (let person = 0; person < places; person += 1) door.passed(true);
    passed += places;
  }
  return passed / seconds;
};

describe('a door', () => {
  it('[U] serves its capacity: 1.3 persons/s per metre', () => {
    expect(flow(gate(), 2, 400)).toBeCloseTo(1.3, 1);
  });

  it('[U] loses 12 % to a standing queue', () => {
    expect(flow(gate(), 40, 400)).toBeCloseTo(1.3 * 0.88, 1);
  });

  it('[U] serves nobody while closed, and saves nothing up for when it opens', () => {
    const door = gate();
    door.setOpening(0);
    expect(flow(door, 40, 60)).toBe(0);
    door.setOpening(1);
    expect(door.serve(40, 0.25)).toBeLessThanOrEqual(1);
  });

  it('[U] never passes more than its capacity, however it is used', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 300 }), (waiting) => {
        const door = gate();
        for (const people of waiting) {
          const places = Math.min(people, door.serve(people, 0.25));
          for (let person = 0; person < places; person += 1) door.passed(true);
        }
        expect(door.crossings.in).toBeLessThanOrEqual(1.3 * waiting.length * 0.25 + 1);
      }),
    );
  });
});
