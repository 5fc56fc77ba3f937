import type { Bottleneck, Explanation } from '@throng/contract';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  advanceIncidents,
  noIncidents,
  type StandingZone,
} from '../../../../control-server/src/incidents/incident-book.js';
import { restoreIncidents } from '../../../../control-server/src/incidents/restore-incidents.js';
import { densityAlert } from '../../dashboard/live-samples.js';

const gate = (queue: readonly string[]): Bottleneck => ({
  kind: 'door',
  passage: 'gate',
  from: 'hall',
  perMinute: 10,
  capacityPerMinute: 80,
  capacityIs: 'learnt',
  lostShare: 0.9,
  queue: { persons: 200, zones: [...queue] },
  feeders: [],
});

const packed = (zone: string): Bottleneck => ({
  kind: 'packed-zone',
  zone,
  density: 5,
  queue: { persons: 200, zones: [] },
  feeders: [],
});

const standing = (zone: string, bottleneck: Bottleneck | null = null): StandingZone => {
  const explanation: Explanation = {
    at: '2026-07-04T19:30:00.000Z',
    limit: 2.2,
    inPerMinute: 60,
    outPerMinute: 10,
    expected: { probability: 1, peak: 3, expectedSeconds: 0, belowSeconds: null },
    bottleneck,
    causes: [],
    remedies: [],
    known: 1,
    unseenZones: [],
    unseenPassages: [],
  };
  return { zone, explanation };
};

const ids = (book: ReturnType<typeof advanceIncidents>) =>
  Object.fromEntries([...book].map(([zone, { id }]) => [zone, id]));

const START = Date.parse('2026-07-04T19:30:00Z');
const at = (seconds: number) => START + seconds * 1_000;

describe('[U] incidents', () => {
  it('[LV13] zones before the same bottleneck are one incident, others are their own', () => {
    const book = advanceIncidents(
      noIncidents,
      [standing('hall', gate(['hall'])), standing('stairs'), standing('lobby', gate(['hall']))],
      at(0),
    );
    const { hall, lobby, stairs } = ids(book);
    expect(lobby).toBe(hall);
    expect(stairs).not.toBe(hall);
  });

  it('[LV13] a zone in the queue before another zone’s bottleneck shares its incident', () => {
    const book = advanceIncidents(
      noIncidents,
      [standing('hall', gate(['hall', 'stairs'])), standing('stairs')],
      at(0),
    );
    expect(new Set(Object.values(ids(book))).size).toBe(1);
  });

  it('[LV13] a packed zone and those whom it holds back are one', () => {
    const book = advanceIncidents(
      noIncidents,
      [standing('stage'), standing('hall', packed('stage'))],
      at(0),
    );
    expect(new Set(Object.values(ids(book))).size).toBe(1);
  });

  it('[LV13] the id stays while zones join and the founder leaves, and ends with the last', () => {
    const first = advanceIncidents(noIncidents, [standing('hall', gate(['hall']))], at(0));
    const { hall: id } = ids(first);
    const both = [standing('hall', gate(['hall'])), standing('lobby', gate(['hall']))];
    const second = advanceIncidents(first, both, at(60));
    expect(ids(second)).toEqual({ hall: id, lobby: id });
    // The bottleneck is not seen any more: what stood together stays so.
    const third = advanceIncidents(second, [standing('lobby')], at(120));
    expect(ids(third)).toEqual({ lobby: id });
    const ended = advanceIncidents(third, [], at(180));
    const anew = advanceIncidents(ended, [standing('hall', gate(['hall']))], at(240));
    expect(ids(anew).hall).not.toBe(id);
  });

  it('[LV13] a zone of which no cause is known yet belongs to none', () => {
    const unexplained: StandingZone = { zone: 'hall', explanation: undefined };
    expect(advanceIncidents(noIncidents, [unexplained], at(0)).size).toBe(0);
    const known = advanceIncidents(noIncidents, [standing('hall')], at(0));
    expect(advanceIncidents(known, [unexplained], at(60))).toEqual(known);
  });

  it('[LV13] two incidents that turn out to be one go on as the older', () => {
    const first = advanceIncidents(noIncidents, [standing('stairs')], at(0));
    const second = advanceIncidents(first, [standing('hall'), standing('stairs')], at(60));
    expect(ids(second).hall).not.toBe(ids(second).stairs);
    const third = advanceIncidents(
      second,
      [standing('hall', gate(['hall', 'stairs'])), standing('stairs')],
      at(120),
    );
    expect(ids(third)).toEqual({ hall: ids(first).stairs, stairs: ids(first).stairs });
  });

  it('the id fits 64 characters, whatever the zone is called', () => {
    const [incident] = advanceIncidents(noIncidents, [standing('z'.repeat(48))], at(0)).values();
    expect(incident?.id.length).toBeLessThanOrEqual(64);
  });

  it('whatever the order in which zones are told, the same stand together', () => {
    const zones = [
      standing('hall', gate(['hall', 'stairs'])),
      standing('stairs'),
      standing('lobby', gate(['hall'])),
      standing('stage', packed('stage')),
      standing('bar'),
    ];
    const expected = ids(advanceIncidents(noIncidents, zones, at(0)));
    fc.assert(
      fc.property(fc.shuffledSubarray(zones, { minLength: zones.length }), (shuffled) => {
        expect(ids(advanceIncidents(noIncidents, shuffled, at(0)))).toEqual(expected);
      }),
    );
  });

  it('[LV13] they are taken up after a restart, and the zones keep them', () => {
    const alert = (id: string, zone: string, raisedAt: string) => {
      const raised = densityAlert(id, { incident: 'incident-hall-1', raisedAt });
      return {
        ...raised,
        reason: raised.reason.kind === 'density' ? { ...raised.reason, zone } : raised.reason,
      };
    };
    const book = restoreIncidents([
      alert('b', 'stairs', '2026-07-04T19:31:00.000Z'),
      alert('a', 'hall', '2026-07-04T19:30:00.000Z'),
      densityAlert('c'),
    ]);
    expect([...book]).toEqual([
      ['stairs', { id: 'incident-hall-1', since: START }],
      ['hall', { id: 'incident-hall-1', since: START }],
    ]);
    const next = advanceIncidents(book, [standing('hall'), standing('stairs')], at(600));
    expect(ids(next)).toEqual({ hall: 'incident-hall-1', stairs: 'incident-hall-1' });
  });
});
