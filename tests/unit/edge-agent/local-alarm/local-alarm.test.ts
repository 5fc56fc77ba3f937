import { fail, type MeasurementWindow, ok, type Result, toTimestamp } from '@throng/contract';
import { describe, expect, it } from 'vitest';
import type { AlarmNotice } from '../../../../edge-agent/src/local-alarm/alarm-notice.js';
import { LocalAlarm } from '../../../../edge-agent/src/local-alarm/local-alarm.js';
import { LOCAL_ALARM_DEFAULTS } from '../../../../edge-agent/src/settings/local-alarm-settings.js';
import { sampleWindow } from '../../../support/sample-messages.js';
import { FakeClock } from '../support/fake-clock.js';

const CRITICAL = 3.5;
const AREA = 20;

/** A box on a fake clock; the test says what it measures and since when no server is there. */
const box = (answer: () => Promise<Result<void>> = async () => ok(undefined)) => {
  const clock = new FakeClock();
  const told: AlarmNotice[] = [];
  const logged: string[] = [];
  const say = (_: object, message: string) => logged.push(message);
  let awaySince: number | undefined = clock.now();
  const alarm = new LocalAlarm({
    venue: 'arena',
    edge: 'box-1',
    settings: { ...LOCAL_ALARM_DEFAULTS, command: ['warn'] },
    criticalDensity: new Map([['concourse', CRITICAL]]),
    serverAwayFor: () => (awaySince === undefined ? 0 : Math.max(1, clock.now() - awaySince)),
    channels: [
      {
        name: 'command',
        notify: (notice) => {
          told.push(notice);
          return answer();
        },
      },
    ],
    clock,
    log: { info: say, warn: say, error: say },
  });
  const windowOf = (density: number, change: Partial<MeasurementWindow> = {}) =>
    sampleWindow({
      start: toTimestamp(clock.now() - 1_000),
      zones: [
        { zone: 'concourse', persons: density * AREA, sigma: 3, area: AREA, densityP95: density },
      ],
      ...change,
    });
  /** So many seconds of windows of this density. */
  const pass = async (seconds: number, density: number) => {
    for (let passed = 0; passed < seconds; passed += 1) {
      await clock.advance(1_000);
      alarm.observe(windowOf(density));
    }
    await clock.advance(0);
  };
  return {
    ...{ alarm, clock, told, logged, pass, windowOf },
    server: (isThere: boolean) => {
      awaySince = isThere ? undefined : clock.now();
    },
    states: () => told.map(({ state, because }) => `${state} ${because}`),
  };
};

describe('[U] local alarm', () => {
  it('warns of a critical zone once no server has been there for long enough, with the facts', async () => {
    const { pass, told, states } = box();
    await pass(28, 4);
    expect(told).toEqual([]);
    await pass(5, 4);
    expect(states()).toEqual(['raised critical-density']);
    expect(told[0]).toMatchObject({
      ...{ venue: 'arena', edge: 'box-1', camera: 'gate-a', zone: 'concourse' },
      ...{ density: 4, persons: 80, criticalDensity: 3.5 },
    });
    expect(told[0]?.serverAwaySeconds).toBeGreaterThanOrEqual(30);
  });

  it('says nothing while a server is there, whatever the density', async () => {
    const { pass, server, told } = box();
    server(true);
    await pass(120, 6);
    expect(told).toEqual([]);
  });

  it('is not set off by a moment: the on-delay runs by the time of capture', async () => {
    const { pass, told } = box();
    await pass(40, 1);
    for (let burst = 0; burst < 4; burst += 1) {
      await pass(9, 5);
      await pass(2, 3);
    }
    expect(told).toEqual([]);
  });

  it('does not chatter round the limit, and says when it is over', async () => {
    const { alarm, pass, states } = box();
    await pass(45, 4);
    for (let turn = 0; turn < 20; turn += 1) {
      await pass(1, 3.3); // within the deadband of a tenth
      await pass(1, 3.6);
    }
    expect(states()).toEqual(['raised critical-density']);
    expect(alarm.health()).toMatchObject({ armed: true, active: ['concourse'], raised: 1 });
    await pass(40, 1);
    expect(states()).toEqual(['raised critical-density', 'cleared eased']);
    expect(alarm.health().active).toEqual([]);
  });

  it('hands over to a server that is back', async () => {
    const { pass, server, states } = box();
    await pass(45, 4);
    server(true);
    await pass(5, 4);
    expect(states()).toEqual(['raised critical-density', 'cleared server-back']);
  });

  it('warns of a zone once a minute at most, and then of what still stands', async () => {
    const { pass, server, states } = box();
    await pass(40, 4);
    server(true);
    await pass(2, 4);
    server(false);
    await pass(25, 4);
    expect(states()).toEqual(['raised critical-density', 'cleared server-back']);
    await pass(40, 4);
    expect(states().at(-1)).toBe('raised critical-density');
    expect(states()).toHaveLength(3);
  });

  it('judges by the bands of a venue that was changed', async () => {
    const { alarm, pass, states } = box();
    await pass(40, 2);
    alarm.judgeBy(new Map([['concourse', 1.5]]));
    await pass(15, 2);
    expect(states()).toEqual(['raised critical-density']);
    alarm.judgeBy(new Map());
    await pass(40, 2);
    expect(states()).toHaveLength(1); // a zone without bands says nothing, and ends nothing
  });

  it('does not warn by a camera that has fallen silent, or of ground too small for a crowd', async () => {
    const silent = box();
    silent.server(true);
    await silent.pass(30, 5);
    silent.server(false);
    await silent.clock.advance(120_000);
    expect(silent.told).toEqual([]);
    const small = box();
    for (let passed = 0; passed < 60; passed += 1) {
      await small.clock.advance(1_000);
      const zones = [{ zone: 'concourse', persons: 40, sigma: 3, area: 8, densityP95: 5 }];
      small.alarm.observe(small.windowOf(5, { zones }));
    }
    expect(small.told).toEqual([]);
  });

  it('goes on when a channel fails or hangs, and counts it', async () => {
    const failing = box(async () => fail('command', 'no such program'));
    await failing.pass(45, 4);
    expect(failing.alarm.health()).toMatchObject({ raised: 1, failed: 1 });
    expect(failing.logged).toContain('the alarm command failed');
    const hanging = box(() => new Promise(() => {}));
    await hanging.pass(45, 4);
    await hanging.pass(40, 1);
    expect(hanging.states()).toEqual(['raised critical-density']); // the second waits its turn
    expect(hanging.alarm.health().active).toEqual([]);
  });
});
