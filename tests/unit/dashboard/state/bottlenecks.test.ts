import type { Alert, Bottleneck } from '@throng/contract';
import { describe, expect, it } from 'vitest';
import { bottlenecks } from '../../../../dashboard/src/state/bottlenecks.js';
import {
  bottleneckLines,
  passageBinds,
  spokenBottlenecks,
  zoneInQueue,
} from '../../../../dashboard/src/texts/bottleneck-text.js';
import { AT, densityAlert, EVENT, pictureOf, venue } from '../live-samples.js';

const EARLIER = '2026-07-04T19:29:00.000Z';
const outcome = { probability: 1, peak: 4, expectedSeconds: 0, belowSeconds: null };

const door: Bottleneck = {
  kind: 'door',
  passage: 'door-2',
  from: 'gate',
  perMinute: 40,
  capacityPerMinute: 80,
  capacityIs: 'learnt',
  lostShare: 0.3,
  queue: { persons: 240, zones: ['gate'] },
  feeders: [],
};
const packed: Bottleneck = {
  kind: 'packed-zone',
  zone: 'stage',
  density: 4.9,
  queue: { persons: 310, zones: ['gate'] },
  feeders: [],
};

const alert = (
  id: string,
  bottleneck: Bottleneck | null,
  { at = AT, ...change }: Partial<Alert> & { at?: string } = {},
): Alert => {
  const { reason, ...rest } = densityAlert(id, change);
  if (reason.kind !== 'density') throw new Error('a density alert was asked for');
  const explanation = {
    ...{ at, limit: 3.5, inPerMinute: 90, outPerMinute: 40, expected: outcome, bottleneck },
    ...{ causes: [], remedies: [], known: 1, unseenZones: [], unseenPassages: [] },
  };
  return { ...rest, reason: { ...reason, explanation } };
};

const markedBy = (...alerts: Alert[]) => bottlenecks(pictureOf({ alerts }));

describe('[U] the bottlenecks that are marked', () => {
  it('[LV12] marks the passage that binds, who waits before it and where', () => {
    expect(markedBy(alert('a', door))).toEqual([
      { kind: 'passage', place: 'door-2', waiting: 240, queue: ['gate'], at: EVENT },
    ]);
    expect(markedBy(alert('a', packed))[0]).toMatchObject({ kind: 'zone', place: 'stage' });
  });

  it('marks nothing where nothing binds, nobody has explained it, or it is over', () => {
    expect(markedBy(alert('a', null), densityAlert('b'))).toEqual([]);
    expect(markedBy(alert('a', door, { state: 'cleared', clearedAt: AT }))).toEqual([]);
  });

  it('marks a place once, as the newest explanation tells it, the most urgent alert’s first', () => {
    const older = { ...door, queue: { persons: 90, zones: ['gate'] } };
    const marked = markedBy(
      alert('a', packed),
      alert('b', older, { at: EARLIER, priority: 'critical' }),
      alert('c', door),
    );
    expect(marked.map(({ place, waiting }) => [place, waiting])).toEqual([
      ['door-2', 240],
      ['stage', 310],
    ]);
  });

  it('marks none in a picture of what is ahead: an explanation is of its own time', () => {
    expect(bottlenecks({ ...pictureOf({ alerts: [alert('a', door)] }), when: 'ahead' })).toEqual(
      [],
    );
  });
});

describe('[U] the words of a bottleneck', () => {
  const marked = markedBy(alert('a', door), alert('b', packed));
  const [first] = marked;
  if (first === undefined) throw new Error('nothing was marked');

  it('tells on the map how many wait, and how old that is once it is not renewed', () => {
    expect(bottleneckLines(first, EVENT + 30_000)).toEqual(['BOTTLENECK', '240 before it']);
    expect(bottleneckLines(first, EVENT + 90_000)[2]).toMatch(/^As it was 1.min 30.s ago$/);
  });

  it('says the same in the tables', () => {
    expect(passageBinds('door-2', marked)).toBe('Bottleneck, 240 before it');
    expect(passageBinds('door-1', marked)).toBeNull();
    expect(zoneInQueue('stage', marked, venue)).toBe('Bottleneck, 310 before it');
    expect(zoneInQueue('gate', marked, venue)).toBe('Queue before Door D2, Stage');
    expect(zoneInQueue('gate', [], venue)).toBeNull();
  });

  it('speaks of places only, so that a new count is not said again', () => {
    expect(spokenBottlenecks(marked, venue)).toBe(
      'Bottleneck: Door D2. People wait in Gate. Bottleneck: Stage. People wait in Gate.',
    );
  });
});
