import { describe, expect, it } from 'vitest';
import type { VenuePlan } from '../../../../control-server/src/venue-plan/venue-plan.js';
import { planVenue } from '../../../../control-server/src/venue-plan/venue-plan.js';
import {
  noSample,
  type PassageSample,
  samplePassages,
} from '../../../../control-server/src/venue-state/passage-states.js';
import { emptyTally } from '../../../../control-server/src/venue-state/passage-tally.js';
import { sampleVenue } from '../../../support/sample-messages.js';

const venue = sampleVenue();
const PLAN: VenuePlan = planVenue({
  ...venue,
  passages: [
    {
      id: 'door',
      name: 'Door',
      from: 'outside',
      to: venue.zones[0]?.id ?? '',
      line: [
        [0, 0],
        [2, 0],
      ],
    },
  ],
});

const BEGIN = Date.UTC(2026, 6, 4, 18);

/** Looks every second: 2 persons/s come in, 1 goes out for every four, until the camera falls silent. */
const flowFor = (seconds: number, silentFrom = Number.POSITIVE_INFINITY): PassageSample => {
  let sample = noSample(PLAN);
  for (let second = 0; second <= seconds; second += 1) {
    const counted = Math.min(second, silentFrom);
    const tally = { in: 2 * counted, out: counted / 2, countedUntil: BEGIN + counted * 1_000 };
    sample = samplePassages(PLAN, sample, [tally], BEGIN + second * 1_000);
  }
  return sample;
};

describe('[U] what passes a passage', () => {
  it('[LV9] is persons per minute each way, beside what its width is planned to carry', () => {
    const [door] = flowFor(60).passages;
    expect(door).toEqual({
      passage: 'door',
      at: '2026-07-04T18:01:00.000Z',
      flow: { in: 120, out: 30 },
      plannedPerMinute: 164,
      unknownBecause: null,
    });
  });

  it('[LV9] is unknown before anybody counted, and for want of time right after', () => {
    const unknown = { flow: null, unknownBecause: 'not-counted' };
    expect(noSample(PLAN).passages).toMatchObject([{ ...unknown, at: null }]);
    const uncounted = samplePassages(PLAN, noSample(PLAN), [emptyTally], BEGIN);
    expect(uncounted.passages).toMatchObject([{ ...unknown, at: null }]);
    expect(flowFor(10).passages).toMatchObject([unknown]);
    expect(flowFor(20).passages).toMatchObject([{ flow: { in: 120, out: 30 } }]);
  });

  it('[LV9] is unknown 30 s after the last count, never zero', () => {
    expect(flowFor(90, 60).passages).toMatchObject([{ flow: { in: 120 } }]);
    expect(flowFor(100, 60).passages).toMatchObject([
      { flow: null, unknownBecause: 'stale', at: '2026-07-04T18:01:00.000Z' },
    ]);
  });

  it('[LV9] is renewed every 10 s, and the same object until then', () => {
    const sample = flowFor(60);
    const later = { in: 999, out: 0, countedUntil: BEGIN + 69_000 };
    expect(samplePassages(PLAN, sample, [later], BEGIN + 69_000)).toBe(sample);
    expect(samplePassages(PLAN, sample, [later], BEGIN + 70_000)).not.toBe(sample);
  });
});
