import { parseVenue, toPolygon } from '@throng/contract';
import { area, signedArea } from '@throng/crowd';
import { describe, expect, it } from 'vitest';
import {
  cornerInserted,
  cornerMoved,
  cornerRemoved,
  movedBy,
  withCorners,
} from '../../../../dashboard/src/state/editor/corners.js';
import { freeId, withDrawn } from '../../../../dashboard/src/state/editor/new-features.js';
import { endsBeside } from '../../../../dashboard/src/state/editor/passage-ends.js';
import { zoneSplit, zoneUnder } from '../../../../dashboard/src/state/editor/split-zone.js';
import {
  flipped,
  removed,
  zoneChanged,
} from '../../../../dashboard/src/state/editor/venue-edits.js';
import { hall } from './hall.js';

const west = { list: 'zones', index: 0 } as const;
const street = { list: 'passages', index: 0 } as const;
const wall = { list: 'walls', index: 0 } as const;

describe('[U] what is drawn', () => {
  it('becomes a zone with a free name and id, to the millimetre', () => {
    const drawn = [
      [0, 20.00049],
      [10, 20],
      [10, 30.12351],
    ];
    const { ref, venue } = withDrawn(hall, 'zones', drawn, 'Zone');
    expect(ref).toEqual({ list: 'zones', index: 2 });
    expect(venue.zones[2]).toEqual({
      id: 'zone-3',
      name: 'Zone 3',
      kind: 'walkway',
      polygon: [
        [0, 20],
        [10, 20],
        [10, 30.124],
      ],
    });
    expect(parseVenue(venue).ok).toBe(true);
  });

  it('becomes a camera on the box of the last one, a passage between its neighbours, a wall', () => {
    const corners = [
      [0, 20],
      [9, 20],
      [9, 29],
    ];
    expect(withDrawn(hall, 'cameras', corners, 'Camera').venue.cameras[1]?.edge).toBe('box-1');
    const way = withDrawn(
      hall,
      'passages',
      [
        [40, 3],
        [40, 5],
      ],
      'Passage',
    ).venue.passages[2];
    expect(way).toMatchObject({ from: 'outside', to: 'east', id: 'passage-3' });
    expect(withDrawn(hall, 'walls', corners, 'Wall').venue.walls).toHaveLength(2);
  });

  it('gets an id that fits, however many have asked for it', () => {
    const taken = [{ id: 'gate' }, { id: 'gate-2' }];
    expect(freeId('Gate', taken)).toBe('gate-3');
    expect(freeId('…', [])).toBe('new');
    const long = 'x'.repeat(60);
    expect(freeId(long, [{ id: 'x'.repeat(48) }])).toHaveLength(45);
  });
});

describe('[U] the ends of a passage', () => {
  it('are the zones beside the line, left of it first reached last', () => {
    expect(
      endsBeside(
        [
          [20, 7],
          [20, 3],
        ],
        hall.zones,
      ),
    ).toEqual({ from: 'west', to: 'east' });
    expect(
      endsBeside(
        [
          [20, 3],
          [20, 7],
        ],
        hall.zones,
      ),
    ).toEqual({ from: 'east', to: 'west' });
  });

  it('are the outside where no zone is within 6 m, and lead in from there', () => {
    expect(
      endsBeside(
        [
          [0, 3],
          [0, 7],
        ],
        hall.zones,
      ),
    ).toEqual({ from: 'outside', to: 'west' });
    expect(
      endsBeside(
        [
          [0, 7],
          [0, 3],
        ],
        hall.zones,
      ),
    ).toEqual({ from: 'outside', to: 'west' });
    expect(
      endsBeside(
        [
          [-9, 3],
          [-9, 7],
        ],
        hall.zones,
      ),
    ).toEqual({ from: 'outside', to: 'outside' });
  });

  it('are found across a gap between drawn zones', () => {
    expect(
      endsBeside(
        [
          [-3, 3],
          [-3, 7],
        ],
        hall.zones,
      ).to,
    ).toBe('west');
  });

  it('change places when a passage is flipped', () => {
    const [passage] = hall.passages;
    if (passage === undefined) throw new Error('the hall has a passage');
    expect(flipped(passage)).toMatchObject({ from: 'west', to: 'outside' });
    expect(flipped(flipped(passage))).toEqual(passage);
  });
});

describe('[U] corners', () => {
  it('are moved, added halfway to the next, also from the last to the first, and taken away', () => {
    expect(cornerMoved(hall, west, 2, [21, 11]).zones[0]?.polygon[2]).toEqual([21, 11]);
    expect(cornerInserted(hall, west, 0).zones[0]?.polygon[1]).toEqual([10, 0]);
    expect(cornerInserted(hall, west, 3).zones[0]?.polygon[4]).toEqual([0, 5]);
    expect(cornerRemoved(hall, west, 1).zones[0]?.polygon).toHaveLength(3);
  });

  it('are never too few, and a passage keeps its two', () => {
    const triangle = cornerRemoved(hall, west, 1);
    expect(cornerRemoved(triangle, west, 0)).toBe(triangle);
    expect(cornerRemoved(hall, street, 0)).toBe(hall);
    expect(cornerInserted(hall, street, 0)).toBe(hall);
    expect(cornerRemoved(hall, wall, 0)).toBe(hall);
    expect(cornerInserted(hall, wall, 1).walls).toEqual(hall.walls);
    const bent = withCorners(hall, street, [
      [0, 3],
      [1, 5],
      [0, 7],
    ]);
    expect(bent.passages[0]?.line).toEqual([
      [0, 3],
      [0, 7],
    ]);
  });

  it('go with the whole when it is moved', () => {
    const moved = movedBy(hall, west, 1.5, -2).zones[0];
    expect(moved?.polygon[0]).toEqual([1.5, -2]);
    expect(area(toPolygon(moved?.polygon ?? []))).toBe(200);
  });
});

describe('[U] splitting a zone', () => {
  const across: [[number, number], [number, number]] = [
    [5, -1],
    [5, 11],
  ];

  it('makes two of it with its name and a letter, and its kind', () => {
    const { zones } = zoneSplit(hall, 0, across);
    expect(zones.map(({ id, name }) => [id, name])).toEqual([
      ['west-a', 'West room A'],
      ['west-b', 'West room B'],
      ['east', 'East room'],
    ]);
    const floors = zones.map(({ polygon }) => signedArea(toPolygon(polygon)));
    expect(floors.toSorted((a, b) => a - b)).toEqual([50, 150, 200]);
  });

  it('leads passages to the part that they touch, so that the venue stays sound', () => {
    const venue = zoneSplit(hall, 0, across);
    const small = venue.zones.find(({ polygon }) => area(toPolygon(polygon)) === 50);
    const large = venue.zones.find(({ polygon }) => area(toPolygon(polygon)) === 150);
    expect(venue.passages[0]?.to).toBe(small?.id);
    expect(venue.passages[1]?.from).toBe(large?.id);
    expect(parseVenue(venue).ok).toBe(true);
  });

  it('forgives a cut that ends half a metre short, but not one that ends in the room', () => {
    expect(
      zoneSplit(hall, 0, [
        [5, 0.4],
        [5, 9.6],
      ]).zones,
    ).toHaveLength(3);
    expect(
      zoneSplit(hall, 0, [
        [5, 0],
        [5, 6],
      ]),
    ).toBe(hall);
  });

  it('finds the zone that a cut divides', () => {
    expect(
      zoneUnder(hall, [
        [30, -1],
        [30, 11],
      ]),
    ).toBe(1);
    expect(
      zoneUnder(hall, [
        [60, -1],
        [60, 11],
      ]),
    ).toBe(-1);
  });
});

describe('[U] changing a zone', () => {
  it('takes its passages along to a new id', () => {
    const { passages } = zoneChanged(hall, 0, (zone) => ({ ...zone, id: 'foyer' }));
    expect(passages.map(({ from, to }) => [from, to])).toEqual([
      ['outside', 'foyer'],
      ['foyer', 'east'],
    ]);
  });

  it('leaves passages alone while two zones have the same id', () => {
    const twice = zoneChanged(hall, 0, (zone) => ({ ...zone, id: 'east' }));
    const apart = zoneChanged(twice, 0, (zone) => ({ ...zone, id: 'foyer' }));
    expect(apart.passages[1]?.to).toBe('east');
  });

  it('takes away what is removed, and only that', () => {
    expect(removed(hall, west).zones.map(({ id }) => id)).toEqual(['east']);
    expect(removed(hall, street).passages.map(({ id }) => id)).toEqual(['middle']);
    expect(removed(hall, { list: 'cameras', index: 0 }).cameras).toEqual([]);
    expect(removed(hall, wall).walls).toEqual([]);
  });
});
