import type { Alert, PassageState } from '@throng/contract';
import { describe, expect, it } from 'vitest';
import { learntCapacity } from '../../../../dashboard/src/state/learnt-capacity.js';
import { passageCameras } from '../../../../dashboard/src/state/passage-cameras.js';
import { byLoad, passageRows, rowsOfZone } from '../../../../dashboard/src/state/passage-rows.js';
import { closing, passagesOf, planOf } from '../../../../dashboard/src/state/what-if-draft.js';
import { AT, densityAlert, pictureOf, venue } from '../live-samples.js';

const passing = (passage: string, flow: PassageState['flow'], planned = 100): PassageState => ({
  passage,
  at: AT,
  flow,
  plannedPerMinute: planned,
  unknownBecause: flow === null ? 'stale' : null,
});

const rowsOf = (...passages: PassageState[]) => passageRows(pictureOf({ passages }));
const order = (...passages: PassageState[]) =>
  rowsOf(...passages)
    .sort(byLoad)
    .map(({ passage }) => passage.id);

describe('[U] passages of the page', () => {
  it('knows a load where both ways are counted, and none where nobody counts', () => {
    const loads = rowsOf(passing('door-1', { in: 40, out: 35 })).map(({ load }) => load);
    expect(loads).toEqual([0.75, null]);
  });

  it('puts the fullest first and the unknown last', () => {
    expect(
      order(passing('door-1', { in: 10, out: 0 }), passing('door-2', { in: 0, out: 60 })),
    ).toEqual(['door-2', 'door-1']);
    expect(order(passing('door-1', null), passing('door-2', { in: 0, out: 0 }))).toEqual([
      'door-2',
      'door-1',
    ]);
  });

  it('keeps rows in their place while loads differ by less than a step', () => {
    expect(
      order(passing('door-1', { in: 61, out: 0 }), passing('door-2', { in: 63, out: 0 })),
    ).toEqual(['door-1', 'door-2']);
  });

  it('finds the passages of a zone, whichever way they lead', () => {
    const of = (zone: string) => rowsOfZone(rowsOf(), zone).map(({ passage }) => passage.id);
    expect(of('gate')).toEqual(['door-1', 'door-2']);
    expect(of('stage')).toEqual(['door-2']);
  });

  it('names the cameras whose ground the line touches', () => {
    const seenBy = (line: [[number, number], [number, number]]) =>
      passageCameras(venue, { line }).map(({ id }) => id);
    expect(
      seenBy([
        [3, 3],
        [4, 4],
      ]),
      'inside',
    ).toEqual(['left']);
    expect(
      seenBy([
        [10, 2],
        [10, 8],
      ]),
      'on the border of two',
    ).toEqual(['left', 'right']);
    expect(
      seenBy([
        [15, 5],
        [19, 5],
      ]),
      'only one end',
    ).toEqual(['right']);
    expect(
      seenBy([
        [-1, 5],
        [21, 5],
      ]),
      'right across',
    ).toEqual(['left', 'right']);
    expect(
      seenBy([
        [17, 2],
        [19, 2],
      ]),
      'beyond both',
    ).toEqual([]);
  });
});

const explained = (id: string, at: string, perMinute: number, change: object = {}): Alert => {
  const alert = densityAlert(id);
  if (alert.reason.kind !== 'density') throw new Error('a density alert was asked for');
  const outcome = { probability: 1, peak: 4, expectedSeconds: 0, belowSeconds: null };
  return {
    ...alert,
    reason: {
      ...alert.reason,
      explanation: {
        at,
        limit: 3.5,
        inPerMinute: 90,
        outPerMinute: 40,
        expected: outcome,
        bottleneck: {
          kind: 'door',
          passage: 'door-2',
          from: 'gate',
          perMinute: 40,
          capacityPerMinute: perMinute,
          capacityIs: 'learnt',
          lostShare: 0.3,
          queue: { persons: 60, zones: ['gate'] },
          feeders: [],
          ...change,
        },
        causes: [],
        remedies: [],
        known: 1,
        unseenZones: [],
        unseenPassages: [],
      },
    },
  };
};

describe('[U] learnt capacity', () => {
  it('is what the newest explanation tells of the passage', () => {
    const alerts = [explained('a', AT, 120), explained('b', '2026-07-04T19:29:00.000Z', 90)];
    expect(learntCapacity(alerts, 'door-2')).toEqual({ perMinute: 120, is: 'learnt' });
    expect(learntCapacity(alerts.reverse(), 'door-2')?.perMinute).toBe(120);
  });

  it('is not told of another passage, from a plan, or by an alert that is over', () => {
    expect(learntCapacity([explained('a', AT, 120)], 'door-1')).toBeNull();
    expect(
      learntCapacity([explained('a', AT, 120, { capacityIs: 'planned' })], 'door-2'),
    ).toBeNull();
    const over: Alert = { ...explained('a', AT, 120), state: 'cleared', clearedAt: AT };
    expect(learntCapacity([over], 'door-2')).toBeNull();
  });
});

describe('[U] what if a passage were closed', () => {
  it('begins with the passage closed and nobody evacuated', () => {
    expect(planOf(closing('door-2'), 'gate', 'A')).toEqual({
      name: 'A',
      actions: [{ kind: 'close', passage: 'door-2' }],
    });
  });

  it('offers that passage first, so that no limit hides it', () => {
    const offered = passagesOf(venue, 'gate', closing('door-2')).map(({ id }) => id);
    expect(offered).toEqual(['door-2', 'door-1']);
    expect(passagesOf(venue, 'gate').map(({ id }) => id)).toEqual(['door-1', 'door-2']);
  });
});
