import type { VenueDefinition } from '@throng/contract';
import { planVenue } from '@throng/control-server';
import { describe, expect, it } from 'vitest';
import { safeCapacity } from '../../../../control-server/src/safe-capacity/safe-capacity.js';
import { VENUE } from '../support/venue.js';

const RULES = { egressMinutes: 8, entryPointMetres: 1 };

const zone = (
  id: string,
  kind: VenueDefinition['zones'][number]['kind'],
  x: number,
  side: number,
) => ({
  id,
  name: id,
  kind,
  polygon: [
    [x, 0],
    [x + side, 0],
    [x + side, side],
    [x, side],
  ] satisfies [number, number][],
});

const passage = (id: string, from: string, to: string, width: number) => ({
  id,
  name: id,
  from,
  to,
  width,
  line: [
    [0, 0],
    [1, 0],
  ] satisfies [[number, number], [number, number]],
});

/** outside ─gate 3 m─ foyer ─door 1.5 m─ floor (40 × 40 m, viewing) ─hatch 1 m─ pit (a dead end). */
const HOUSE: VenueDefinition = {
  ...VENUE,
  zones: [
    zone('foyer', 'walkway', 0, 20),
    zone('floor', 'viewing', 100, 40),
    zone('pit', 'viewing', 200, 10),
  ],
  passages: [
    passage('gate', 'outside', 'foyer', 3),
    passage('door', 'foyer', 'floor', 1.5),
    passage('hatch', 'pit', 'floor', 1),
  ],
};

const capacityOf = (venue: VenueDefinition, rules = RULES) => safeCapacity(planVenue(venue), rules);
const zoneOf = (id: string, venue = HOUSE, rules = RULES) =>
  capacityOf(venue, rules).zones.find((each) => each.zone === id);

describe('[U] safe capacity', () => {
  it('[SC1] is the least of its limits and names the rule: 1.5 m × 82 × 8 min lets 984 out', () => {
    expect(zoneOf('floor')).toMatchObject({ persons: 984, binding: 'exit-time' });
    expect(zoneOf('pit')).toMatchObject({ persons: 470, binding: 'standing-density' });
    expect(zoneOf('foyer')).toMatchObject({ persons: 430, binding: 'level-of-service-d' });
  });

  it('[SC2] names the narrowest place on the way out, which need not be the zone’s own door', () => {
    expect(zoneOf('floor')?.limits[0]?.passages).toEqual(['door']);
    const wide = {
      ...HOUSE,
      passages: HOUSE.passages.map((each) => (each.id === 'hatch' ? { ...each, width: 9 } : each)),
    };
    expect(zoneOf('pit', wide)?.limits.find(({ rule }) => rule === 'exit-time')).toEqual({
      rule: 'exit-time',
      persons: 984,
      passages: ['door'],
    });
  });

  it('[SC2] is 0 without a way out', () => {
    const shut = { ...HOUSE, passages: HOUSE.passages.filter(({ id }) => id !== 'gate') };
    expect(zoneOf('floor', shut)).toMatchObject({ persons: 0, binding: 'exit-time' });
    expect(capacityOf(shut).venue).toMatchObject({ persons: 0, binding: 'exit-time' });
  });

  it('[SC2] stairs let 66 per minute and metre pass', () => {
    const stairs = {
      ...HOUSE,
      zones: HOUSE.zones.map((each) =>
        each.id === 'foyer' ? { ...each, kind: 'stairs' as const } : each,
      ),
    };
    const exit = zoneOf('floor', stairs)?.limits.find(({ rule }) => rule === 'exit-time');
    expect(exit?.persons).toBe(1.5 * 66 * 8);
  });

  it('[SC3] keeps all other limits beside it, the least first', () => {
    expect(zoneOf('floor')?.limits.map(({ persons, rule }) => [rule, persons])).toEqual([
      ['exit-time', 984],
      ['entry-points', 1_980],
      ['large-floor', 2_461],
      ['standing-density', 7_520],
    ]);
  });

  it('[SC1] two ways out add up', () => {
    const twice = {
      ...HOUSE,
      passages: [...HOUSE.passages, passage('back', 'floor', 'outside', 0.5)],
    };
    expect(zoneOf('floor', twice)).toMatchObject({ persons: 2 * 82 * 8 });
  });

  it('[SC1] the venue: ground 430 + 2,461 + 470, gates for 3 × 660, ways out for 1,968', () => {
    expect(capacityOf(HOUSE).venue).toEqual({
      persons: 1_968,
      binding: 'exit-time',
      limits: [
        { rule: 'exit-time', persons: 1_968, passages: ['gate'] },
        { rule: 'entry-points', persons: 1_980, passages: ['gate'] },
        { rule: 'large-floor', persons: 3_361 },
      ],
    });
  });

  it('[SC1] only gates drawn from outside let people in, each for 660 per hour and entry point', () => {
    const entryOf = (venue: VenueDefinition) =>
      zoneOf('floor', venue)?.limits.find(({ rule }) => rule === 'entry-points');
    expect(entryOf(HOUSE)).toEqual({ rule: 'entry-points', persons: 1_980, passages: ['gate'] });
    const exitOnly = passage('back', 'floor', 'outside', 2);
    const gate = passage('side', 'outside', 'floor', 2);
    // Nor is a way that only leads out named among those by which people come.
    expect(entryOf({ ...HOUSE, passages: [...HOUSE.passages, exitOnly] })).toMatchObject({
      ...{ persons: 1_980, passages: ['gate'] },
    });
    expect(entryOf({ ...HOUSE, passages: [...HOUSE.passages, gate] })?.persons).toBe(3_300);
  });

  it('[SC1] a shorter egress time and wider entry points allow fewer', () => {
    const rules = { egressMinutes: 2.5, entryPointMetres: 3 };
    const { limits } = capacityOf(HOUSE, rules).venue;
    expect(limits.map(({ persons }) => persons)).toEqual([615, 660, 3_361]);
  });
});
