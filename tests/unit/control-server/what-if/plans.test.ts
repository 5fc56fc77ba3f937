import type { WhatIfAction } from '@throng/contract';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { door, outcomeOf, room, standing, venueOf, whatIf } from './support.js';

/** outside ─gate (0, 1)─ foyer ─left (2, 3), right (4, 5)─ floor, and a fire exit (6, 7) from the floor. */
const HOUSE = venueOf(
  [room('foyer', [0, 0], [20, 20], 'walkway'), room('floor', [20, 0], [20, 20])],
  [
    door('gate', ['outside', 'foyer'], [0, 10], 2),
    door('left', ['foyer', 'floor'], [20, 5], 2),
    door('right', ['foyer', 'floor'], [20, 15], 2),
    door('fire-exit', ['floor', 'outside'], [40, 10], 2),
  ],
);

/** 8 per tick come in, and on to the floor by both doors. */
const evening = (edge: number): number => ({ 0: 8, 2: 4, 4: 4 })[edge] ?? 0;
const NOW = standing(HOUSE, { persons: { foyer: 80, floor: 600 }, flow: evening });

const outcome = (actions: Parameters<typeof whatIf>[2], minutes = 10) =>
  outcomeOf(whatIf(HOUSE, NOW, actions, minutes));

const total = (values: readonly number[]): number => values.reduce((sum, each) => sum + each, 0);

describe('[U] plans for an evening that goes on', () => {
  it('[WI2] doing nothing goes on as the flows of now: 8 persons per tick come, nobody leaves', () => {
    const [nothing] = whatIf(HOUSE, NOW, [{ kind: 'close', passage: 'left' }], 10).plans;
    expect(nothing).toMatchObject({ name: null, left: 680 + 8 * 60, heldOutside: 0, trapped: 0 });
    expect(nothing?.clear.expected).toBeNull();
  });

  it('a closed gate keeps those out who come: they are counted', () => {
    expect(outcome([{ kind: 'close', passage: 'gate' }])).toMatchObject({
      left: 680,
      heldOutside: 8 * 60,
    });
  });

  it('a gate at half lets half of what flows now pass; persons a minute do the same', () => {
    const slowed = outcome([{ kind: 'slow', passage: 'gate', share: 0.5 }]);
    expect(slowed).toMatchObject({ left: 680 + 4 * 60, heldOutside: 4 * 60 });
    expect(outcome([{ kind: 'limit', passage: 'gate', perMinute: 24 }])).toEqual({
      ...slowed,
      name: 'plan',
    });
  });

  it('who used a closed door takes the other of the same sense, as far as it carries them', () => {
    const both = outcome([{ kind: 'slow', passage: 'gate', share: 1 }]);
    const one = outcome([{ kind: 'close', passage: 'left' }]);
    const onFloor = (of: typeof both): number => of.zones[1]?.left ?? 0;
    expect(onFloor(one)).toBeGreaterThan(600);
    // The door was learnt at 30 % of its plan: 8.2 persons per tick.
    expect(onFloor(both) - onFloor(one)).toBeLessThan(60);
  });

  it('a way that is opened is taken by its part of those who go the same way', () => {
    const leaving = standing(HOUSE, {
      persons: { foyer: 80, floor: 600 },
      flow: (edge) => (edge === 3 ? 6 : edge === 1 ? 6 : 0),
    });
    const opened = outcomeOf(whatIf(HOUSE, leaving, [{ kind: 'open', passage: 'fire-exit' }], 10));
    const [gate, exit] = opened.exits;
    expect(exit?.persons).toBeGreaterThan(100);
    expect(gate?.persons).toBeGreaterThan(100);
    const [nothing] = whatIf(
      HOUSE,
      leaving,
      [{ kind: 'close', passage: 'gate', direction: 'in' }],
      10,
    ).plans;
    expect(nothing?.exits[1]?.persons).toBe(0);
  });

  it('a limit that is passed is told with its time, and the density that is drawn agrees', () => {
    const crowded = standing(HOUSE, {
      persons: { foyer: 700, floor: 1_500 },
      flow: (edge) => (edge === 0 ? 20 : edge === 2 ? 20 : 0),
    });
    const { series, worst, zones } = outcomeOf(
      whatIf(HOUSE, crowded, [{ kind: 'close', passage: 'right' }], 10),
    );
    const floor = zones[1];
    expect(floor?.warningSeconds).toBeGreaterThan(0);
    expect(floor?.criticalSeconds ?? Infinity).toBeGreaterThan(floor?.warningSeconds ?? 0);
    expect(worst).toEqual({ zone: 'floor', density: floor?.peak, seconds: floor?.peakSeconds });
    const drawn = series.find(({ zone }) => zone === 'floor')?.densities ?? [];
    expect(drawn).toHaveLength(61);
    expect(Math.max(...drawn)).toBeCloseTo(floor?.peak ?? 0, 1);
    expect(drawn[0]).toBe(3.75);
  });
});

const ACTIONS: readonly WhatIfAction[] = [
  { kind: 'close', passage: 'left' },
  { kind: 'close', passage: 'gate' },
  { kind: 'open', passage: 'fire-exit' },
  { kind: 'slow', passage: 'gate', share: 0.3 },
  { kind: 'limit', passage: 'right', perMinute: 20, direction: 'both' },
  { kind: 'evacuate' },
  { kind: 'evacuate', zones: ['foyer'] },
];

describe('[U] any plan', () => {
  it('[WI3] neither loses nor makes anybody', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.constantFrom(...ACTIONS), { minLength: 1, maxLength: 4 }),
        fc.nat(900),
        fc.nat(2_000),
        (actions, foyer, floor) => {
          const now = standing(HOUSE, { persons: { foyer, floor }, flow: evening });
          const { exits, heldOutside, left, trapped } = outcomeOf(whatIf(HOUSE, now, actions, 5));
          const came = 8 * 30;
          const balance = left + total(exits.map(({ persons }) => persons)) + heldOutside;
          // Each of the five figures is rounded to whole persons.
          if (!actions.some(({ kind }) => kind === 'evacuate')) {
            expect(Math.abs(balance - (foyer + floor + came))).toBeLessThanOrEqual(3);
          } else {
            expect(balance).toBeLessThanOrEqual(foyer + floor + came + 3);
            expect(balance).toBeGreaterThanOrEqual(foyer + floor - 3);
          }
          expect(trapped).toBeLessThanOrEqual(left);
        },
      ),
      { numRuns: 25 },
    );
  });

  it('a wider door never makes a tree of rooms clear later', () => {
    const tree = (width: number) =>
      venueOf(
        [
          room('a', [0, 0], [20, 20]),
          room('b', [0, 20], [20, 20]),
          room('way', [20, 0], [10, 40], 'walkway'),
        ],
        [
          door('a-door', ['a', 'way'], [20, 10], 1.5),
          door('b-door', ['b', 'way'], [20, 30], 1.5),
          door('out', ['way', 'outside'], [30, 20], width),
        ],
      );
    fc.assert(
      fc.property(
        fc.nat(900),
        fc.nat(900),
        fc.double({ min: 0.8, max: 4, noNaN: true }),
        (a, b, width) => {
          const clear = (wide: number): number => {
            const venue = tree(wide);
            const now = standing(venue, { persons: { a, b } });
            return (
              outcomeOf(whatIf(venue, now, [{ kind: 'evacuate' }], 60)).clear.expected ?? Infinity
            );
          };
          // Steps are 5 s long.
          expect(clear(width * 1.3)).toBeLessThanOrEqual(clear(width) + 5);
        },
      ),
      { numRuns: 10 },
    );
  });

  it('the same plan from the same counts gives the same answer', () => {
    const run = () =>
      whatIf(HOUSE, NOW, [{ kind: 'close', passage: 'left' }, { kind: 'evacuate' }], 20);
    expect(run()).toEqual(run());
  });

  it('[WI1] that would keep the server too long is refused, with what would not', () => {
    const many = Array.from({ length: 4_500 }, (_, index) =>
      door(`door-${index}`, ['foyer', 'floor'], [20, 10], 1),
    );
    const large = venueOf(HOUSE.zones, [...HOUSE.passages, ...many]);
    const now = standing(large, { persons: {} });
    expect(() => whatIf(large, now, [{ kind: 'evacuate' }], 180)).toThrow(
      /too much for this venue; ask for fewer plans or at most \d+ minutes/,
    );
  });
});
