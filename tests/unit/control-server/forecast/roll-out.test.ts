import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FlowMotion } from '../../../../control-server/src/forecast/flow-motion.js';
import { flowNetwork } from '../../../../control-server/src/forecast/flow-network.js';
import { OUTLOOKS } from '../../../../control-server/src/forecast/horizons.js';
import { rollOut } from '../../../../control-server/src/forecast/roll-out.js';

const zones = [
  { id: 'a', area: 100 },
  { id: 'b', area: 20 },
  { id: 'c', area: 60 },
];

/** a ↔ b ↔ c, closed to the outside. */
const chain = flowNetwork(zones, [
  { from: 'a', to: 'b', width: 1 },
  { from: 'b', to: 'c', width: 2 },
]);

const counts = fc.array(fc.double({ min: 0, max: 90, noNaN: true }), {
  minLength: 3,
  maxLength: 3,
});
const hazards = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), {
  minLength: 4,
  maxLength: 4,
});

const flows = (hazard: readonly number[]) => ({
  hazard: Float64Array.from(hazard),
  capacity: chain.plannedCapacity,
  inflow: () => 0,
});

describe('people who flow on', () => {
  it('[U] nobody is lost or made, and no zone holds less than nobody', () => {
    fc.assert(
      fc.property(counts, hazards, (start, hazard) => {
        const total = start.reduce((sum, persons) => sum + persons, 0);
        const rolled = rollOut(chain, Float64Array.from(start), flows(hazard));
        for (const [index, { kind }] of OUTLOOKS.entries()) {
          const persons = rolled[index] ?? new Float64Array(0);
          expect(Math.min(...persons)).toBeGreaterThanOrEqual(-1e-9);
          if (kind === 'at') {
            expect(persons.reduce((sum, each) => sum + each, 0)).toBeCloseTo(total, 6);
          }
        }
      }),
    );
  });

  it('[U] a door passes no more than its capacity: 1.37 persons/s per metre', () => {
    const rolled = rollOut(chain, Float64Array.from([300, 0, 0]), flows([1, 0, 1, 0]));
    const afterMinute = rolled[0]?.[0] ?? 0;
    expect(300 - afterMinute).toBeCloseTo(1.37 * 60, 6);
  });

  it('[U] a packed zone takes nobody in', () => {
    const packed = Float64Array.from([50, 20 * 5.4, 0]);
    const rolled = rollOut(chain, packed, flows([1, 0, 0, 0]));
    expect(rolled[0]?.[1]).toBeCloseTo(20 * 5.4, 6);
    expect(rolled[0]?.[0]).toBeCloseTo(50, 6);
  });

  it('[U] a peak is at least what stands there now', () => {
    const emptying = rollOut(chain, Float64Array.from([50, 0, 0]), flows([0.5, 0, 0.5, 0]));
    for (const [index, { kind }] of OUTLOOKS.entries()) {
      if (kind === 'peak') expect(emptying[index]?.[0]).toBe(50);
    }
  });

  it('[U] a zone that rounding left with a hair less than nobody stays a number', () => {
    const motion = new FlowMotion(chain, Float64Array.from([-1e-17, 10, 5]), flows([1, 1, 1, 1]));
    motion.step(1, new Float64Array(4));
    expect([...motion.persons]).toEqual([expect.closeTo(0), 10, 5]);
  });

  it('[U] a train between two strides brings its people all the same', () => {
    const platform = flowNetwork(zones.slice(0, 1), [{ from: 'outside', to: 'a', width: 4 }]);
    for (const due of [3, 20, 31, 50, 77]) {
      const rolled = rollOut(platform, Float64Array.of(0), {
        hazard: new Float64Array(2),
        capacity: platform.plannedCapacity,
        inflow: (edge, ticks) => (edge === 0 && ticks === due ? 9 : 0),
      });
      const last = OUTLOOKS.findIndex(({ kind, ticks }) => kind === 'at' && ticks === 90);
      expect(rolled[last]?.[0], `due in ${due} ticks`).toBeCloseTo(9, 6);
    }
  });
});
