import { describe, expect, it } from 'vitest';
import { door, outcomeOf, room, standing, venueOf, whatIf } from './support.js';

const EVACUATE = [{ kind: 'evacuate' }] as const;

/** What a planned door of one metre carries while a queue presses on it, persons/s. */
const JAMMED = (82 / 60) * 0.85;

/** A hall of 20 × 20 m with one door of 2 m in the middle of its east side. */
const HALL = venueOf(
  [room('hall', [0, 0], [20, 20])],
  [door('way-out', ['hall', 'outside'], [20, 10], 2)],
);

describe('[U] an evacuation by hand', () => {
  it('one room clears in n/C, C that of a door on which a queue presses', () => {
    const { clear } = outcomeOf(whatIf(HALL, standing(HALL, { persons: { hall: 800 } }), EVACUATE));
    expect(clear.expected).toBeGreaterThan(0.97 * (800 / (2 * JAMMED)));
    expect(clear.expected).toBeLessThan(1.05 * (800 / (2 * JAMMED)));
  });

  it('a few walk out: the last of them the way from the farthest corner, 15 % round, at 0.9 × 1.34 m/s', () => {
    const { clear } = outcomeOf(whatIf(HALL, standing(HALL, { persons: { hall: 10 } }), EVACUATE));
    const walk = (1.15 * Math.hypot(20, 10)) / (0.9 * 1.34);
    expect(clear.expected).toBeGreaterThan(walk - 5);
    expect(clear.expected).toBeLessThan(walk + 8);
  });
});

describe('[U] an evacuation through several rooms', () => {
  it('two in series: the narrower door sets the time, whichever of the two it is', () => {
    const rooms = [room('back', [0, 0], [20, 20]), room('front', [20, 0], [20, 20])];
    const through = (inner: number, outer: number) =>
      venueOf(rooms, [
        door('inner', ['back', 'front'], [20, 10], inner),
        door('outer', ['front', 'outside'], [40, 10], outer),
      ]);
    const timeOf = (inner: number, outer: number): number => {
      const venue = through(inner, outer);
      const now = standing(venue, { persons: { back: 600, front: 0 } });
      return outcomeOf(whatIf(venue, now, EVACUATE)).clear.expected ?? Number.NaN;
    };
    const queue = 600 / JAMMED;
    const across = 20 / 1.34;
    for (const time of [timeOf(1, 3), timeOf(3, 1)]) {
      expect(time).toBeGreaterThan(queue);
      expect(time).toBeLessThan(queue + 4 * across);
    }
  });

  it('two doors are shared so that both are done together', () => {
    const venue = venueOf(
      [room('hall', [0, 0], [20, 20])],
      [
        door('wide', ['hall', 'outside'], [20, 10], 3),
        door('narrow', ['hall', 'outside'], [0, 10], 1),
      ],
    );
    const { clear, exits } = outcomeOf(
      whatIf(venue, standing(venue, { persons: { hall: 1_600 } }), EVACUATE),
    );
    expect(clear.expected).toBeGreaterThan(1_600 / (4 * JAMMED));
    expect(clear.expected).toBeLessThan(1.08 * (1_600 / (4 * JAMMED)));
    expect(exits.map(({ persons }) => persons / 1_600)).toEqual([
      expect.closeTo(0.75, 1),
      expect.closeTo(0.25, 1),
    ]);
  });

  it('stairs carry less than a level way of the same width, and are climbed more slowly', () => {
    const by = (kind: 'walkway' | 'stairs') => {
      const venue = venueOf(
        [room('hall', [0, 0], [20, 20]), room('way', [20, 5], [20, 10], kind)],
        [door('door', ['hall', 'way'], [20, 10], 2), door('end', ['way', 'outside'], [40, 10], 2)],
      );
      const now = standing(venue, { persons: { hall: 500 } });
      return outcomeOf(whatIf(venue, now, EVACUATE)).clear.expected ?? Number.NaN;
    };
    expect(by('stairs') / by('walkway')).toBeGreaterThan(0.95 * (82 / 66));
  });

  it('a door that was pressed on counts for what it has shown', () => {
    const shown = 0.7 * 2 * (82 / 60) * 10;
    const now = standing(HALL, {
      persons: { hall: 800 },
      best: (edge) => (edge === 0 ? shown : 0),
    });
    const { clear } = outcomeOf(whatIf(HALL, now, EVACUATE));
    const capacity = (1.1 * shown) / 10;
    expect(clear.expected).toBeGreaterThan(0.97 * (800 / capacity));
    expect(clear.expected).toBeLessThan(1.05 * (800 / capacity));
  });

  it('a crowd before a full zone waits: nobody is pressed into 5.4 persons/m²', () => {
    const venue = venueOf(
      [room('hall', [0, 0], [30, 30]), room('lock', [30, 10], [5, 5])],
      [door('in', ['hall', 'lock'], [30, 12], 5), door('out', ['lock', 'outside'], [35, 12], 1)],
    );
    const { clear, zones } = outcomeOf(
      whatIf(venue, standing(venue, { persons: { hall: 900 } }), EVACUATE),
    );
    expect(zones[1]?.peak).toBeGreaterThan(4);
    expect(zones[1]?.peak).toBeLessThanOrEqual(5.4);
    expect(clear.expected).toBeGreaterThan(900 / JAMMED);
  });
});

describe('[U] who cannot leave', () => {
  const shut = [{ kind: 'close', passage: 'way-out' }, { kind: 'evacuate' }] as const;

  it('[WI3] is trapped, and never lost', () => {
    const answer = whatIf(HALL, standing(HALL, { persons: { hall: 300 } }), shut, 10);
    expect(outcomeOf(answer)).toMatchObject({
      clear: { expected: null, earliest: null, latest: null },
      left: 300,
      trapped: 300,
      exits: [{ passage: 'way-out', persons: 0 }],
    });
  });

  it('[WI3] a one-way closing counts for its direction only', () => {
    const inOnly = [
      { kind: 'close', passage: 'way-out', direction: 'out' },
      { kind: 'evacuate' },
    ] as const;
    const { left } = outcomeOf(
      whatIf(HALL, standing(HALL, { persons: { hall: 300 } }), inOnly, 30),
    );
    expect(left).toBe(0);
  });

  it('only the zones that are named have to leave; the rest goes about its evening', () => {
    const venue = venueOf(
      [room('a', [0, 0], [20, 20]), room('b', [20, 0], [20, 20])],
      [door('ab', ['a', 'b'], [20, 10], 2), door('out', ['b', 'outside'], [40, 10], 2)],
    );
    const now = standing(venue, { persons: { a: 200, b: 100 } });
    const outcome = outcomeOf(whatIf(venue, now, [{ kind: 'evacuate', zones: ['a'] }], 30));
    expect(outcome.zones.map(({ left }) => left)).toEqual([0, 100]);
    expect(outcome.clear.expected).toBe(outcome.zones[0]?.clear.expected);
    expect(outcome.exits).toMatchObject([{ passage: 'out', persons: 200 }]);
  });
});

describe('[U] how sure it is', () => {
  it('[WI4] more people and worse doors take longer: doors alone give ± 15 %', () => {
    const { clear } = outcomeOf(whatIf(HALL, standing(HALL, { persons: { hall: 800 } }), EVACUATE));
    expect((clear.earliest ?? 0) / (clear.expected ?? 1)).toBeCloseTo(1 / 1.15, 1);
    expect((clear.latest ?? 0) / (clear.expected ?? 1)).toBeCloseTo(1 / 0.85, 1);
    const unsure = standing(HALL, { persons: { hall: 800 }, sigma: 200 });
    const wide = outcomeOf(whatIf(HALL, unsure, EVACUATE)).clear;
    expect(wide.earliest).toBeLessThan(clear.earliest ?? 0);
    expect(wide.latest).toBeGreaterThan(clear.latest ?? 0);
  });

  it('[WI5] names the zones that are not seen, and widens the interval by them', () => {
    const unseen = standing(HALL, { persons: { hall: 800 }, unseen: ['hall'] });
    const answer = whatIf(HALL, unseen, EVACUATE);
    expect(answer.assumed).toEqual([{ zone: 'hall', persons: 800, by: 'lines-alone' }]);
    const { earliest, latest } = outcomeOf(answer).clear;
    expect((latest ?? 0) / (earliest ?? 1)).toBeGreaterThan(3);
  });
});
