import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { WholePersons } from '../../../../edge-agent/src/flow/whole-persons.js';

const passage = 'door';

describe('[U] whole persons', () => {
  it('no part of a person is ever lost: windows sum to the flow within half a person', () => {
    const windows = fc.array(
      fc.array(fc.double({ min: 0, max: 3, noNaN: true }), { maxLength: 6 }),
      {
        maxLength: 40,
      },
    );
    fc.assert(
      fc.property(windows, (flows) => {
        const persons = new WholePersons();
        const counted = flows.flatMap((frames) =>
          persons.count(frames.map((flow) => [{ passage, in: flow, out: flow / 2, recall: 1 }])),
        );
        const sum = (values: readonly number[]) => values.reduce((total, one) => total + one, 0);
        expect(counted.every(({ in: inwards }) => Number.isInteger(inwards) && inwards >= 0)).toBe(
          true,
        );
        const [inwards, outwards] = [
          sum(counted.map((count) => count.in)),
          sum(counted.map((count) => count.out)),
        ];
        expect(Math.abs(inwards - sum(flows.flat()))).toBeLessThanOrEqual(0.5 + 1e-9);
        expect(Math.abs(outwards - sum(flows.flat()) / 2)).toBeLessThanOrEqual(0.5 + 1e-9);
      }),
    );
  });

  it('a window’s recall is the mean of its frames', () => {
    const frames = [0.5, 1].map((recall) => [{ passage, in: 0, out: 0, recall }]);
    expect(new WholePersons().count(frames)).toEqual([{ passage, in: 0, out: 0, recall: 0.75 }]);
  });

  it('leaves out a passage that is hardly caught: unknown, never zero', () => {
    const hardly = [[{ passage, in: 2, out: 0, recall: 0.2 }]];
    expect(new WholePersons().count(hardly)).toEqual([]);
  });
});
