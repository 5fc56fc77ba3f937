import type { Alert } from '@throng/contract';
import { defaultAlertBands } from '@throng/crowd';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createServerMetrics } from '../../../../control-server/src/adapters/metrics/server-metrics.js';
import type { CrowdSeen } from '../../../../control-server/src/alerting/aggravation/aggravating.js';
import { alarmQuality } from '../../../../control-server/src/alerting/alarm-quality.js';
import { advanceRate, quietRate } from '../../../../control-server/src/alerting/alarm-rate.js';
import { ALERT_BANDS } from '../../../../control-server/src/alerting/alert-band.js';
import type { Transition } from '../../../../control-server/src/alerting/alert-book.js';
import {
  advanceAlarm,
  alarmBand,
  quietAlarm,
} from '../../../../control-server/src/alerting/density-alarm.js';
import { Evening } from '../support/evening.js';
import { west, westStory } from '../support/movements.js';
import { RULES, START } from '../support/venue.js';

/** A stretch of time in which a crowd stays as it is. */
const stretch = fc.record({
  seconds: fc.integer({ min: 1, max: 40 }),
  density: fc.constantFrom(0.5, 1.05, 1.3, 1.7, 2.1, 2.4, 3.3, 3.8, 4.2, 4.8, 5.5),
  movement: fc.option(
    fc.record({
      meanSpeed: fc.constantFrom(0.1, 0.45, 1),
      speedVariance: fc.constantFrom(0, 0.01, 0.02),
      stopAndGo: fc.constantFrom(0, 0.25, 0.4),
      counterflow: fc.constantFrom(0, 0.4, 0.6),
    }),
    { nil: undefined },
  ),
  isSeen: fc.constantFrom('wholly', 'wholly', 'wholly', 'half', 'not'),
});

type Stretch = typeof stretch extends fc.Arbitrary<infer Value> ? Value : never;

/** The alarm's level, 0 to 3, after each second of these stretches on a walkway. */
const levels = (stretches: readonly Stretch[]): number[] => {
  const told: number[] = [];
  let alarm = quietAlarm;
  let at = START;
  for (const { density, isSeen, movement, seconds } of stretches) {
    const persons = density * 100;
    const crowd: CrowdSeen = {
      ...{ kind: 'walkway', persons, density, wayOut: undefined },
      movement: movement && {
        ...{ movement, persons, seconds: 1 },
        localVariance: movement.speedVariance,
      },
    };
    for (let second = 0; second < seconds; second += 1) {
      at += 1_000;
      const seen = { crowd: isSeen === 'not' ? null : crowd, at, partlyLost: isSeen === 'half' };
      alarm = advanceAlarm(alarm, seen, defaultAlertBands('walkway'), RULES.alerts);
      const band = alarmBand(alarm);
      told.push(band === null ? 0 : ALERT_BANDS.indexOf(band) + 1);
    }
  }
  return told;
};

/** Seconds between each rise and a fall next to it, and between each fall and a rise next to it. */
const reversals = (told: readonly number[]) => {
  const steps = told.flatMap((level, second) => {
    const step = level - (told[second - 1] ?? 0);
    return step === 0 ? [] : [{ second, isRise: step > 0 }];
  });
  return steps.flatMap(({ isRise, second }, index) => {
    const last = steps[index - 1];
    return last === undefined || last.isRise === isRise
      ? []
      : [{ isRise, seconds: second - last.second }];
  });
};

describe('[U] alarm quality', () => {
  it('[AL23] no alert falls within the off-delay of its rise, nor rises within the on-delay of its fall', () => {
    fc.assert(
      fc.property(fc.array(stretch, { minLength: 5, maxLength: 25 }), (stretches) => {
        for (const { isRise, seconds } of reversals(levels(stretches))) {
          expect(seconds).toBeGreaterThanOrEqual(isRise ? 5 : 30);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('[AL5] a band that is on holds those below it: none is raised seconds after another cleared', () => {
    const evening = new Evening();
    evening.pass(6, west(5.5));
    evening.pass(24, west(1));
    evening.pass(60, west(4));
    expect(westStory(evening)).toEqual(['6 raised emergency', '37 de-escalated critical']);
  });

  it('[AL24] what is worse is told after its own on-delay, just after an alert was raised or cleared', () => {
    const evening = new Evening();
    evening.pass(11, west(2.5));
    evening.pass(6, west(5.5));
    evening.pass(31, west(1));
    evening.pass(6, west(5.5));
    expect(westStory(evening)).toEqual([
      '11 raised warning',
      '17 escalated emergency',
      '48 cleared emergency',
      '54 raised emergency',
    ]);
  });
});

describe('[U] floods of alerts', () => {
  const alert = (
    kind: Transition['kind'],
    priority: Alert['priority'] = 'warning',
  ): Transition => ({
    kind,
    alert: {
      id: 'store-1',
      category: 'system',
      priority,
      state: 'active',
      raisedAt: '2026-07-04T19:30:00.000Z',
      changedAt: '2026-07-04T19:30:00.000Z',
      clearedAt: null,
      reason: { kind: 'store-failing', code: 'disk-full', rowsLost: 0 },
    },
  });

  it('[AL26] a flood lasts from more than 10 calls in 10 minutes until fewer than 5', () => {
    let rate = quietRate;
    const story = [];
    for (let minute = 0; minute < 11; minute += 1) {
      rate = advanceRate(rate, [alert(minute % 2 === 0 ? 'raised' : 'escalated')], minute * 50_000);
      story.push(rate.isFlood);
    }
    expect(story.filter(Boolean)).toHaveLength(1);
    const at = (now: number) => advanceRate(rate, [], now);
    // Calls came every 50 s, the last at 500 s; each is forgotten after 600.
    expect([at(850_000).times.length, at(850_000).isFlood]).toEqual([5, true]);
    expect([at(900_000).times.length, at(900_000).isFlood]).toEqual([4, false]);
  });

  it('[AL26] of an evening it tells calls per hour, the worst ten minutes, floods and priorities', () => {
    const minute = (at: number, priority: Alert['priority'] = 'warning') => ({
      at: START + at * 60_000,
      priority,
    });
    const flood = Array.from({ length: 11 }, () => minute(15));
    const calls = [...flood, minute(0, 'critical'), minute(35), minute(60, 'emergency')];
    expect(alarmQuality(calls, START, START + 60 * 60_000)).toEqual({
      perHour: 14,
      mostInTenMinutes: 11,
      floodedShare: 1 / 6,
      priorities: { warning: 12 / 14, critical: 1 / 14, emergency: 1 / 14 },
    });
    expect(alarmQuality([], START, START)).toEqual({
      ...{ perHour: 0, mostInTenMinutes: 0, floodedShare: 0, priorities: {} },
    });
  });

  it('[AL26] only what calls somebody counts', () => {
    const others = [alert('cleared'), alert('de-escalated'), alert('revised'), alert('explained')];
    expect(advanceRate(quietRate, others, 0).times).toEqual([]);
  });

  it('[AL26] tells Prometheus what came, by priority and kind, and whether it is a flood', async () => {
    const metrics = createServerMetrics();
    metrics.alerted([alert('raised'), alert('escalated', 'critical'), alert('cleared')], START);
    metrics.alerted(
      Array.from({ length: 9 }, () => alert('raised')),
      START + 1_000,
    );
    const { state } = new Evening();
    metrics.observe(state, START + 2_000);
    const flooded = await metrics.registry.metrics();
    expect(flooded).toContain(
      'throng_alerts_raised_total{priority="warning",kind="store-failing"} 10',
    );
    expect(flooded).toContain(
      'throng_alerts_raised_total{priority="critical",kind="store-failing"} 1',
    );
    expect(flooded).toContain('throng_alerts_last_10_minutes 11');
    expect(flooded).toContain('throng_alert_flood 1');
    metrics.observe(state, START + 601_000);
    expect(await metrics.registry.metrics()).toContain('throng_alert_flood 0');
  });
});
