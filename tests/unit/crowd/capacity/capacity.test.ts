import {
  entryCapacity,
  exitCapacity,
  exitFlowPerMinute,
  holdingCapacity,
  largeFloorCapacity,
} from '@throng/crowd';
import { describe, expect, it } from 'vitest';

describe('for how many a zone has room', () => {
  it('[U] an audience stands at up to 47 persons per 10 m²', () => {
    expect(holdingCapacity('viewing', 10)).toBe(47);
    expect(holdingCapacity('viewing', 1_080)).toBe(5_076);
  });

  it.each([
    ['walkway', 93, 100],
    ['stairs', 65, 100],
    ['queue', 28, 100],
  ] as const)(
    '[U] on a %s level of service D is kept: %d m² for %d persons',
    (kind, area, persons) => {
      expect(holdingCapacity(kind, area + 1e-9)).toBe(persons);
    },
  );

  it('[U] a large floor has 0.65 m² per person, and a small one no such rule', () => {
    expect(largeFloorCapacity(1_300)).toBe(2_000);
    expect(largeFloorCapacity(930)).toBeUndefined();
  });

  it('[U] nobody has room without ground', () => {
    expect(holdingCapacity('viewing', 0)).toBe(0);
  });
});

describe('how many get in and out in time', () => {
  it('[U] 3 m on the level carry 82 persons/(min·m): 1,968 in 8 minutes', () => {
    expect(exitCapacity(3 * exitFlowPerMinute.level)).toBe(1_968);
  });

  it('[U] stairs carry 66, and a shorter time lets fewer out', () => {
    expect(exitCapacity(2 * exitFlowPerMinute.stepped, 2.5)).toBe(330);
  });

  it('[U] each entry point lets 660 persons in within the hour', () => {
    expect(entryCapacity(3)).toBe(1_980);
  });
});
