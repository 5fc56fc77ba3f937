import type { Alert, VenueDefinition } from '@throng/contract';
import { parseVenue } from '@throng/contract';
import { liveView, planVenue } from '@throng/control-server';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sightKey, sightOf, viewInSight } from '../../../../control-server/src/access/sight.js';
import type { LiveView } from '../../../../control-server/src/live/live-view.js';
import { Evening } from '../support/evening.js';
import { PLAN, VENUE } from '../support/venue.js';

const FIVE = 5;
const zoneId = (index: number) => `zone-${index}`;
const square = (x: number): [number, number][] => [
  [x, 0],
  [x + 10, 0],
  [x + 10, 10],
  [x, 10],
];

/** Five zones in a row; each camera sees the right half of one and the left half of the next. */
const ROW: VenueDefinition = {
  id: 'row',
  name: 'Row',
  zones: Array.from({ length: FIVE }, (_, index) => ({
    id: zoneId(index),
    name: zoneId(index),
    kind: 'walkway' as const,
    polygon: square(index * 10),
  })),
  passages: Array.from({ length: FIVE - 1 }, (_, index) => ({
    id: `door-${index}`,
    name: `Door ${index}`,
    from: zoneId(index),
    to: zoneId(index + 1),
    line: [
      [(index + 1) * 10, 2],
      [(index + 1) * 10, 8],
    ],
  })),
  cameras: Array.from({ length: FIVE - 1 }, (_, index) => ({
    id: `cam-${index}`,
    name: `Camera ${index}`,
    edge: `box-${index}`,
    area: square(index * 10 + 5),
  })),
};
const plan = planVenue(ROW);

const outcome = { probability: 0.5, peak: 3, expectedSeconds: 60, belowSeconds: null };
const at = '2026-07-04T19:30:00.000Z';

/** An alert about one zone whose explanation speaks of all of them. */
const talkative = (zone: string): Alert => ({
  id: `density-${zone}`,
  category: 'crowd',
  priority: 'warning',
  state: 'active',
  raisedAt: at,
  changedAt: at,
  clearedAt: null,
  incident: 'zone-0',
  reason: {
    kind: 'forecast',
    zone,
    density: 2,
    passing: {
      limit: 2,
      probability: 1,
      withinSeconds: 300,
      expectedSeconds: 1,
      earliestSeconds: 1,
      latestSeconds: 1,
    },
    flows: plan.venue.passages.map(({ id }) => ({
      passage: id,
      netPerMinute: 1,
      capacityShare: 0.1,
    })),
    explanation: {
      at,
      limit: 2,
      inPerMinute: 1,
      outPerMinute: 1,
      expected: outcome,
      bottleneck: {
        kind: 'door',
        passage: 'door-0',
        from: 'zone-0',
        perMinute: 1,
        capacityPerMinute: 2,
        capacityIs: 'planned',
        lostShare: 0,
        queue: { persons: 9, zones: ['zone-0', 'zone-1'] },
        feeders: [{ passage: 'door-1', perMinute: 1 }],
      },
      causes: [
        {
          kind: 'zone-packed',
          passage: 'door-2',
          zone: 'zone-3',
          persons: 1,
          share: 1,
          perMinute: 1,
          comparedPerMinute: 1,
          undone: null,
        },
      ],
      remedies: [
        {
          action: 'hold',
          passage: 'door-1',
          cutShare: 0.5,
          perMinute: 1,
          outcome,
          avoids: true,
          wonSeconds: null,
          knockOn: { zone: 'zone-4', limit: 2, peak: 3, expectedSeconds: null },
        },
      ],
      known: 1,
      unseenZones: ['zone-2', 'zone-4'],
      unseenPassages: ['door-3'],
    },
  },
});

const grid = {
  originX: 0,
  originY: 0,
  cellSize: 2.5,
  columns: 20,
  rows: 4,
  cells: Array.from({ length: 80 }, (_, index) => index),
};

const view: LiveView = {
  zones: ROW.zones.map(({ id }) => ({
    zone: id,
    coverage: 0,
    at: null,
    reading: null,
    unknownBecause: 'never-measured',
  })),
  forecasts: ROW.zones.map(({ id }) => ({
    zone: id,
    at,
    ahead: null,
    unknownBecause: 'too-early',
  })),
  passages: ROW.passages.map(({ id }) => ({
    passage: id,
    at: null,
    flow: null,
    plannedPerMinute: 1,
    unknownBecause: 'not-counted',
  })),
  cameras: ROW.cameras.map(({ id, edge }) => ({
    camera: id,
    edge,
    state: 'live',
    fault: null,
    at: null,
    latency: null,
    health: null,
  })),
  edges: ROW.cameras.map(({ edge }) => ({ edge, status: 'online', clockSkew: 0, health: null })),
  grids: ROW.cameras.map(({ id }) => ({ camera: id, grid })),
  alerts: [
    ...ROW.zones.map(({ id }) => talkative(id)),
    {
      ...talkative('zone-0'),
      id: 'store',
      reason: { kind: 'store-failing', code: 'full', rowsLost: 1 },
    },
    ...ROW.cameras.map(
      ({ id, edge }): Alert => ({
        ...talkative('zone-0'),
        id: `lost-${id}`,
        reason: {
          kind: 'camera-lost',
          camera: id,
          edge,
          because: 'stale',
          lastMeasuredAt: null,
          zones: ROW.zones.map((zone) => zone.id),
        },
      }),
    ),
  ],
};

const someZones = fc.uniqueArray(fc.integer({ min: 0, max: FIVE - 1 }), { maxLength: FIVE });

/** Every id in a text that is one of the venue's. */
const idsIn = (value: unknown): string[] => [
  ...new Set(JSON.stringify(value).match(/(zone|door|cam|box)-\d/g) ?? []),
];

describe('[U] what somebody limited to zones sees', () => {
  it('[AC2] names no foreign zone, nor a passage, camera or box that has nothing to do with their own', () => {
    fc.assert(
      fc.property(someZones, (own) => {
        const sight = sightOf(plan, own.map(zoneId));
        const seen = [viewInSight(view, sight), sight?.venue];
        const mine = new Set(
          own.flatMap((index) => [
            zoneId(index),
            ...[index - 1, index].flatMap((beside) => [
              `door-${beside}`,
              `cam-${beside}`,
              `box-${beside}`,
            ]),
          ]),
        );
        expect(idsIn(seen).filter((id) => !mine.has(id))).toEqual([]);
      }),
    );
  });

  it('[AC2] sees of a grid the cells whose centre lies in their zones, and no other', () => {
    fc.assert(
      fc.property(someZones, (own) => {
        const { grids } = viewInSight(view, sightOf(plan, own.map(zoneId)));
        for (const { grid: masked } of grids) {
          const zones = grid.cells.map((index) => Math.floor(((index % 20) * 2.5 + 1.25) / 10));
          expect(masked?.cells).toEqual(
            grid.cells.map((cell, index) => (own.includes(zones[index] ?? -1) ? cell : null)),
          );
        }
      }),
    );
  });

  it('sees a venue that is one: whole, and without loose ends', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: FIVE - 1 }), (own) => {
        const venue = sightOf(plan, [zoneId(own)])?.venue;
        expect(parseVenue(JSON.parse(JSON.stringify(venue)))).toMatchObject({ ok: true });
      }),
    );
  });

  it('of the whole venue, it is the view itself', () => {
    expect(viewInSight(view, sightOf(plan, null))).toBe(view);
    expect(sightKey(null)).not.toBe(sightKey(sightOf(plan, [])));
  });

  it('a remedy whose harm is out of sight is no remedy, and an incident keeps its name to itself', () => {
    const sight = sightOf(plan, ['zone-1', 'zone-2']);
    const [alert] = viewInSight(view, sight).alerts;
    expect(alert).toMatchObject({
      reason: { explanation: { bottleneck: null, causes: [], remedies: [] } },
    });
    expect(alert).not.toHaveProperty('incident');
  });

  it('zones that the venue does not have any more are nothing, never everything', () => {
    const { zones, cameras, alerts } = viewInSight(view, sightOf(plan, ['gone']));
    expect([zones, cameras, alerts]).toEqual([[], [], []]);
  });

  it('holds of a real evening too', () => {
    const evening = new Evening();
    evening.pass(20, { stage: 4.2, north: 0.5 });
    const seen = viewInSight(liveView(PLAN, evening.state), sightOf(PLAN, ['west']));
    expect(seen.zones).toMatchObject([{ zone: 'west' }]);
    expect(JSON.stringify(seen)).not.toMatch(/"(east|stage|gate|box-2)"/);
    expect(VENUE.zones).toHaveLength(2);
  });
});
