import type { Alert, VenueDefinition } from '@throng/contract';
import { planVenue, processInput } from '@throng/control-server';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeVenue } from '../../../../control-server/src/processing/change-venue.js';
import { processAct } from '../../../../control-server/src/processing/process-act.js';
import { CALM, Evening } from '../support/evening.js';
import { type CameraId, PLAN, RULES, START, VENUE, windowAt } from '../support/venue.js';

/** West is crowded and its alert acknowledged; the stage's camera is lost. */
const crowded = (): Evening => {
  const evening = new Evening();
  evening.pass(20, { ...CALM, south: 4, north: 4 });
  evening.pass(10, { south: 4, north: 4 });
  for (const [subject, { id }] of evening.state.alerts.active) {
    if (!subject.startsWith('density')) continue;
    const now = START + evening.second * 1_000;
    const act = { alert: id, act: { kind: 'acknowledge' }, by: 'kim' } as const;
    const done = processAct(evening.state, act, now);
    if (!done.ok) throw new Error(done.message);
    evening.state = done.value.outcome.state;
  }
  return evening;
};

/** Its states never change: one will do for all. */
const evening = crowded();

const changed = (venue: VenueDefinition) => {
  const plan = planVenue(venue);
  const now = START + evening.second * 1_000;
  const change = changeVenue(PLAN, plan, evening.state, [], now);
  const take = (state: typeof change.state, camera: CameraId, second: number) =>
    processInput(
      plan,
      RULES,
      state,
      { kind: 'window', window: windowAt(camera, second, 4) },
      START + second * 1_000,
    );
  return { ...change, plan, now, take };
};

const about = ({ reason }: Alert): string => {
  if (reason.kind === 'camera-lost') return reason.camera;
  return 'zone' in reason ? reason.zone : reason.kind;
};

/** The hall with some of its zones and cameras, in any order; passages between places that are left. */
const halls = fc
  .record({
    zones: fc.shuffledSubarray(VENUE.zones, { minLength: 1 }),
    cameras: fc.shuffledSubarray(VENUE.cameras, { minLength: 1 }),
    isRenamed: fc.boolean(),
  })
  .map(({ cameras, isRenamed, zones }): VenueDefinition => {
    const left = new Set(['outside', ...zones.map(({ id }) => id)]);
    const passages = VENUE.passages.filter(({ from, to }) => left.has(from) && left.has(to));
    const named = zones.map((zone) => (isRenamed ? { ...zone, name: 'Otherwise' } : zone));
    return { ...VENUE, zones: named, cameras, passages: passages.toReversed() };
  });

describe('[U] another version of the venue', () => {
  it('keeps the alerts of what it still has, with id and handling, and clears the others', () => {
    const before = [...evening.state.alerts.active.values()];
    expect(before.map(about).sort()).toEqual(['stage', 'west']);
    expect(before.some(({ handling }) => handling?.acknowledged?.by === 'kim')).toBe(true);
    fc.assert(
      fc.property(halls, (venue) => {
        const { gone, plan, state } = changed(venue);
        const has = (alert: Alert) =>
          plan.zoneIndex.has(about(alert)) || plan.cameraIndex.has(about(alert));
        expect([...state.alerts.active.values()]).toEqual(before.filter(has));
        expect(gone.transitions.map(({ kind, alert }) => [kind, alert.id, alert.state])).toEqual(
          before.filter((alert) => !has(alert)).map(({ id }) => ['cleared', id, 'cleared']),
        );
        expect(gone.rows.transitions).toEqual(gone.transitions);
      }),
      { numRuns: 60 },
    );
  });

  it('[MW2] refuses what its cameras have delivered before, and takes what comes next', () => {
    fc.assert(
      fc.property(halls, fc.constantFrom('south', 'north' as const), (venue, camera) => {
        const { plan, state, take } = changed(venue);
        if (!plan.cameraIndex.has(camera) || !plan.zoneIndex.has('west')) return;
        expect(take(state, camera, evening.second).refusal?.reason).toBe('duplicate');
        const next = take(state, camera, evening.second + 1);
        expect(next.refusal).toBeUndefined();
        expect(next.rows.zones).toHaveLength(1);
      }),
      { numRuns: 60 },
    );
  });

  it('measures and judges on where the last one was: nothing is raised anew', () => {
    fc.assert(
      fc.property(halls, (venue) => {
        const { now, plan, state } = changed(venue);
        const { state: ticked, transitions } = processInput(
          plan,
          RULES,
          state,
          { kind: 'tick' },
          now,
        );
        expect(transitions.filter(({ kind }) => kind !== 'explained')).toEqual([]);
        const both = venue.cameras.filter(({ edge }) => edge === 'box-1').length === 2;
        if (!both) return;
        for (const zone of ticked.zones) {
          // Cameras in another order begin another trend.
          const { reading } = evening.zone(zone.zone);
          expect({ ...zone.reading, trend: 0 }).toEqual({ ...reading, trend: 0 });
        }
      }),
      { numRuns: 40 },
    );
  });

  it('knows a camera again that is put back, by what the store has of it', () => {
    const without = planVenue({ ...VENUE, cameras: VENUE.cameras.slice(1) });
    const now = START + evening.second * 1_000;
    const rows = evening.outcomes.flatMap(({ rows: { deliveries = [] } }) => deliveries);
    const newest = new Map(rows.map((row) => [row.camera, row]));
    const gone = changeVenue(PLAN, without, evening.state, [...newest.values()], now);
    const back = changeVenue(without, PLAN, gone.state, [...newest.values()], now);
    const again = { kind: 'window', window: windowAt('south', evening.second, 4) } as const;
    expect(processInput(PLAN, RULES, back.state, again, now).refusal?.reason).toBe('duplicate');
  });

  it('forgets what was counted on ground that was drawn anew, but not the alarm', () => {
    const [west, east] = VENUE.zones;
    if (west === undefined || east === undefined) throw new Error('the hall has two zones');
    const smaller: VenueDefinition = {
      ...VENUE,
      zones: [{ ...west, polygon: west.polygon.map(([x, y]) => [x, y * 0.9]) }, east],
    };
    const { plan, state, now } = changed(smaller);
    expect(state.zones[0]?.reading).toBeNull();
    expect(state.alerts.active.has('density-west')).toBe(true);
    const ticked = processInput(plan, RULES, state, { kind: 'tick' }, now);
    expect(ticked.transitions).toEqual([]);
    expect(ticked.state.zones[0]?.reading?.persons).toBe(400);
  });

  it('does not see a camera that another edge now runs, until that one speaks', () => {
    const moved: VenueDefinition = {
      ...VENUE,
      cameras: VENUE.cameras.map((each) =>
        each.id === 'south' ? { ...each, edge: 'box-2' } : each,
      ),
    };
    const { state, take } = changed(moved);
    expect(state.cameras[0]?.latest).toBeNull();
    expect(take(state, 'south', evening.second + 1).refusal?.reason).toBe('foreign-camera');
  });

  it('gives a new camera half a minute before it counts as lost', () => {
    const [south, ...others] = VENUE.cameras;
    if (south === undefined) throw new Error('the hall has cameras');
    const halved: VenueDefinition = {
      ...VENUE,
      cameras: [
        { ...south, area: south.area.map(([x, y]) => [x / 2, y]) },
        ...others,
        {
          ...south,
          id: 'new',
          area: south.area.map(([x, y]) => [5 + x / 2, y]),
        },
      ],
    };
    const { plan, state, now } = changed(halved);
    const raised: string[] = [];
    let present = state;
    for (let second = 1; second <= 40; second += 1) {
      const at = now + second * 1_000;
      for (const camera of ['south', 'north'] as const) {
        const window = windowAt(camera, evening.second + second, 4);
        present = processInput(plan, RULES, present, { kind: 'window', window }, at).state;
      }
      const ticked = processInput(plan, RULES, present, { kind: 'tick' }, at);
      present = ticked.state;
      for (const { alert, kind } of ticked.transitions) {
        if (kind === 'raised') raised.push(`${second} ${about(alert)}`);
      }
    }
    expect(raised).toEqual(['33 new']);
  });
});
