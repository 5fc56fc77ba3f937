import type { MeasurementWindow } from '@throng/contract';
import { initialState, processInput } from '@throng/control-server';
import { describe, expect, it } from 'vitest';
import { restoreDeliveries } from '../../../../control-server/src/processing/restore-deliveries.js';
import { CALM, Evening } from '../support/evening.js';
import { PLAN, RULES, START, windowAt } from '../support/venue.js';

const part = { zone: 'west', persons: 1, sigma: 1, area: 50, densityP95: 1 };

describe('[U] admission', () => {
  it.each<[string, Partial<MeasurementWindow>]>([
    ['unknown-venue', { venue: 'elsewhere' }],
    ['unknown-edge', { edge: 'box-9' }],
    ['unknown-camera', { camera: 'attic' }],
    ['foreign-camera', { camera: 'stage' }],
    ['unknown-zone', { zones: [{ ...part, zone: 'moon' }] }],
    ['unknown-passage', { passages: [{ passage: 'hatch', in: 1, out: 0, recall: 1 }] }],
    ['future', { start: '2026-07-04T19:30:10.000Z' }],
  ])('refuses a window with %s, and nothing of it remains', (reason, change) => {
    const evening = new Evening();
    const before = evening.state;
    const outcome = evening.take({ kind: 'window', window: windowAt('south', 1, 1, change) });
    expect(outcome.refusal?.reason).toBe(reason);
    expect(outcome.rows).toEqual({});
    expect(evening.state).toBe(before);
  });

  it('says in a refusal what to mend', () => {
    const start = '2026-07-04T19:30:10.000Z';
    const { refusal } = new Evening().take({
      kind: 'window',
      window: windowAt('south', 1, 1, { start }),
    });
    expect(refusal?.message).toBe(
      '"south" is 11.0 s ahead, 5 s are allowed; set the clock of "box-1"',
    );
  });

  it('[MW2] admits a window once: the second copy is a duplicate, stores nothing and moves nothing', () => {
    const evening = new Evening();
    evening.pass(3, CALM);
    const again = evening.take({ kind: 'window', window: windowAt('south', 2) });
    expect(again.refusal?.reason).toBe('duplicate');
    expect(again.rows).toEqual({});
  });

  it('takes the same sequence of a new run as new', () => {
    const evening = new Evening();
    evening.pass(3, CALM);
    evening.second = 10;
    const change = { bootId: '00000000000000bb', sequence: 2 };
    const outcome = evening.take({ kind: 'window', window: windowAt('south', 10, 1, change) });
    expect(outcome.refusal).toBeUndefined();
  });

  it('[MW3] stores a late window and leaves the live state as it was', () => {
    const evening = new Evening();
    evening.pass(3, { south: 0.5 });
    evening.second = 5;
    evening.take({ kind: 'window', window: windowAt('south', 5, 0.5) });
    const before = evening.state.cameras[0]?.latest;
    const late = evening.take({ kind: 'window', window: windowAt('south', 4, 9) });
    expect(late.rows.zones).toHaveLength(1);
    expect(evening.state.cameras[0]?.latest).toBe(before);
  });

  it('[MW3] a spool that arrives after an outage is stored and raises nothing', () => {
    const evening = new Evening();
    evening.pass(1, CALM);
    evening.second = 120;
    for (let end = 2; end <= 100; end += 1) {
      evening.take({ kind: 'window', window: windowAt('stage', end, 6) });
    }
    evening.take({ kind: 'tick' });
    const stored = evening.outcomes.flatMap(({ rows }) => rows.zones ?? []);
    expect(stored.filter(({ camera }) => camera === 'stage')).toHaveLength(100);
    expect(evening.zone('east').reading).toBeNull();
    expect(evening.story.filter((line) => line.includes('density'))).toEqual([]);
  });

  it('[MW10] a window marked late is history, however young its stamp', () => {
    const evening = new Evening();
    evening.pass(3, CALM);
    evening.second = 4;
    const outcome = evening.take({
      kind: 'window',
      window: windowAt('south', 4, 9, { late: true }),
    });
    expect(outcome).toMatchObject({ late: true, rows: { zones: [{ camera: 'south' }] } });
    expect(evening.state.cameras[0]?.latest).toMatchObject({ sequence: 3 });
  });

  it('[MW10] the spool of the run before is no second agent, whatever its clock said', () => {
    const evening = new Evening();
    evening.pass(3, CALM);
    const before = { bootId: '00000000000000bb', late: true } as const;
    for (let end = 1; end <= 3; end += 1) {
      evening.pass(1, CALM);
      const outcome = evening.take({ kind: 'window', window: windowAt('south', end, 1, before) });
      expect(outcome.refusal).toBeUndefined();
    }
    expect(evening.story).toEqual([]);
  });

  it('[MW10] a server that restarts refuses the same duplicates, run by run', () => {
    const evening = new Evening();
    evening.pass(3, CALM);
    const rows = evening.outcomes.flatMap(({ rows: { deliveries } }) => deliveries ?? []);
    const newest = new Map(rows.map((row) => [row.camera, row]));
    const state = restoreDeliveries(PLAN, initialState(PLAN, START), [...newest.values()]);
    const again = processInput(
      PLAN,
      RULES,
      state,
      { kind: 'window', window: windowAt('south', 2, 1, { late: true }) },
      START + 10_000,
    );
    expect(again.refusal?.reason).toBe('resent');
    const other = processInput(
      PLAN,
      RULES,
      state,
      { kind: 'window', window: windowAt('south', 4, 1, { late: true }) },
      START + 10_000,
    );
    expect(other.late).toBe(true);
  });

  it('[AL20] refuses two agents with one id, both, and says so at once', () => {
    const evening = new Evening();
    const other = { bootId: '00000000000000bb' };
    for (let second = 1; second <= 6; second += 1) {
      evening.second = second;
      evening.take({ kind: 'window', window: windowAt('south', second) });
      evening.take({ kind: 'window', window: windowAt('south', second, 3, other) }, undefined);
    }
    expect(evening.refusals).toContain('duplicate-edge');
    expect(evening.story).toEqual([expect.stringContaining('raised critical edge-box-1')]);
    const before = evening.state.cameras[0]?.latest;
    evening.second = 7;
    evening.take({ kind: 'window', window: windowAt('south', 7) });
    expect(evening.state.cameras[0]?.latest).toBe(before);
  });

  it('believes the agent that remains once the other has been silent', () => {
    const evening = new Evening();
    const other = { bootId: '00000000000000bb' };
    for (let second = 1; second <= 6; second += 1) {
      evening.second = second;
      evening.take({ kind: 'window', window: windowAt('south', second) });
      evening.take({ kind: 'window', window: windowAt('south', second, 3, other) });
    }
    evening.pass(40, { south: 0.5, north: 0.5 });
    expect(evening.story.filter((line) => line.includes('edge-box-1'))).toEqual([
      expect.stringContaining('raised'),
      expect.stringContaining('cleared'),
    ]);
    expect(evening.zone('west').coverage).toBe(1);
  });
});
