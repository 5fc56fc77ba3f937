import type { Alert, AlertAct } from '@throng/contract';
import { initialState } from '@throng/control-server';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { handleAlert } from '../../../../control-server/src/lifecycle/handle-alert.js';
import { processAct } from '../../../../control-server/src/processing/process-act.js';
import { restoreAlerts } from '../../../../control-server/src/processing/restore-alerts.js';
import { Evening } from '../support/evening.js';
import { PLAN, START } from '../support/venue.js';

/** Persons/m² in the hall's viewing area: its bands begin at 3, 4, 4.7 and 5.5. */
const [WARNING, CRITICAL, CALM] = [4.2, 5, 1];

let evening: Evening;
beforeEach(() => {
  evening = new Evening();
});

const fill = (density: number, seconds = 12): void => evening.pass(seconds, { stage: density });
const standing = (): Alert => {
  const [alert] = [...evening.state.alerts.active.values()].filter(
    ({ reason }) => reason.kind === 'density',
  );
  if (alert === undefined) throw new Error('no alert stands');
  return alert;
};
const act = (what: AlertAct, by = 'ada', alert = standing().id) => {
  const now = START + evening.second * 1_000;
  const done = processAct(evening.state, { alert, act: what, by }, now);
  if (done.ok) evening.state = done.value.outcome.state;
  return done;
};
const kinds = (): string[] =>
  evening.outcomes.flatMap(({ transitions }) =>
    transitions.filter(({ alert }) => alert.reason.kind === 'density').map(({ kind }) => kind),
  );

describe('[U] what people do about an alert', () => {
  it('[LC1] an alert begins unacknowledged, and keeps who acknowledged it and when', () => {
    fill(WARNING);
    expect(standing().handling).toMatchObject({ acknowledged: null, assignee: null });
    act({ kind: 'acknowledge' });
    const acknowledged = { by: 'ada', at: '2026-07-04T19:30:12.000Z' };
    expect(standing().handling).toMatchObject({ acknowledged });
    evening.pass(5, { stage: WARNING });
    expect(act({ kind: 'acknowledge' }, 'ben')).toMatchObject({
      value: { outcome: { transitions: [] } },
    });
    expect(standing().handling).toMatchObject({ acknowledged });
  });

  it('[LC2] it is assigned and commented on, 50 times at most', () => {
    fill(WARNING);
    act({ kind: 'assign', to: 'ben' });
    act({ kind: 'assign', to: 'cleo' });
    for (let count = 0; count < 50; count += 1) act({ kind: 'comment', text: `note ${count}` });
    expect(standing().handling).toMatchObject({ assignee: 'cleo' });
    expect(standing().handling?.comments).toHaveLength(50);
    expect(act({ kind: 'comment', text: 'one more' })).toMatchObject({ code: 'too-many-comments' });
  });

  it('[LC3] a warning is shelved for its minutes, and stands again', () => {
    fill(WARNING);
    act({ kind: 'shelve', minutes: 1 });
    expect(standing().handling?.shelved).toEqual({ by: 'ada', until: '2026-07-04T19:31:12.000Z' });
    fill(WARNING, 59);
    expect(standing().handling?.shelved).not.toBeNull();
    fill(WARNING, 1);
    expect(standing().handling?.shelved).toBeNull();
    expect(kinds().at(-1)).toBe('unshelved');
  });

  it('[LC4] an alert that rises must be acknowledged anew, and comes off the shelf', () => {
    fill(WARNING);
    act({ kind: 'acknowledge' });
    act({ kind: 'shelve', minutes: 30 });
    fill(CRITICAL);
    expect(standing()).toMatchObject({
      priority: 'critical',
      handling: { acknowledged: null, shelved: null },
    });
  });

  it('[LC5] a critical or emergency alert is never shelved', () => {
    fill(CRITICAL);
    expect(act({ kind: 'shelve', minutes: 1 })).toMatchObject({ ok: false, code: 'too-grave' });
  });

  it('[LC6] a critical alert that nobody acknowledges is called out every 60 s, until somebody does', () => {
    fill(CRITICAL);
    const raised = kinds().length;
    fill(CRITICAL, 125);
    expect(kinds().slice(raised)).toEqual(['unanswered', 'unanswered']);
    expect(standing().handling?.unanswered).toBe(2);
    act({ kind: 'acknowledge' });
    fill(CRITICAL, 120);
    expect(kinds().slice(raised)).toEqual(['unanswered', 'unanswered']);
  });

  it('[LC6] a warning is not called out again', () => {
    fill(WARNING, 200);
    expect(kinds()).toEqual(['raised']);
  });

  it('[LC10] a call for help takes the acknowledgement away, and is called out again until it is answered', () => {
    fill(WARNING);
    act({ kind: 'acknowledge' });
    act({ kind: 'shelve', minutes: 60 });
    expect(act({ kind: 'call-for-help' }, 'sam')).toMatchObject({
      value: { outcome: { transitions: [{ kind: 'help-called' }] } },
    });
    const help = { by: 'sam', at: '2026-07-04T19:30:12.000Z' };
    expect(standing().handling).toMatchObject({ acknowledged: null, shelved: null, help });
    expect(act({ kind: 'call-for-help' }, 'sam')).toMatchObject({
      value: { outcome: { transitions: [] } },
    });
    evening.pass(125, { stage: WARNING });
    expect(kinds().filter((kind) => kind === 'unanswered')).toHaveLength(2);
    act({ kind: 'acknowledge' }, 'lead');
    evening.pass(125, { stage: WARNING });
    expect(kinds().filter((kind) => kind === 'unanswered')).toHaveLength(2);
    expect(standing().handling).toMatchObject({ acknowledged: { by: 'lead' }, help });
  });

  it('[LC10] a call that was answered does not come back when the alert rises', () => {
    fill(WARNING);
    act({ kind: 'call-for-help' }, 'sam');
    act({ kind: 'acknowledge' }, 'lead');
    fill(CRITICAL);
    expect(standing().handling).toMatchObject({ acknowledged: null });
    expect(standing().handling?.help).toBeUndefined();
  });

  it('[LC7] acknowledging and shelving clear nothing; what cleared can still be acknowledged', () => {
    fill(WARNING);
    const { id } = standing();
    act({ kind: 'shelve', minutes: 60 });
    fill(WARNING, 60);
    expect(standing().id).toBe(id);
    fill(CALM, 40);
    expect(evening.state.alerts.cleared).toMatchObject([{ id, handling: { acknowledged: null } }]);
    act({ kind: 'acknowledge' }, 'ben', id);
    expect(evening.state.alerts.cleared).toMatchObject([
      { state: 'cleared', handling: { acknowledged: { by: 'ben' } } },
    ]);
    expect(act({ kind: 'shelve', minutes: 5 }, 'ben', id)).toMatchObject({ code: 'cleared' });
    expect(act({ kind: 'assign', to: 'cleo' }, 'ben', id)).toMatchObject({ code: 'cleared' });
  });

  it('[LC8] survives a restart', () => {
    fill(CRITICAL);
    act({ kind: 'acknowledge' });
    act({ kind: 'comment', text: 'two stewards sent' });
    const before = standing();
    const now = START + 60_000;
    const restarted = restoreAlerts(PLAN, initialState(PLAN, now), [before], now);
    expect([...restarted.state.alerts.active.values()]).toEqual([before]);
  });

  it('[LC9] an unknown alert is refused', () => {
    fill(WARNING);
    expect(act({ kind: 'acknowledge' }, 'ada', 'nothing')).toMatchObject({ code: 'no-such-alert' });
  });

  it('[LC7] no act ever changes the alert itself', () => {
    const acts = fc.oneof(
      fc.constant<AlertAct>({ kind: 'acknowledge' }),
      fc.constant<AlertAct>({ kind: 'unshelve' }),
      fc.integer({ min: 1, max: 60 }).map((minutes): AlertAct => ({ kind: 'shelve', minutes })),
      fc.constantFrom('ada', 'ben').map((to): AlertAct => ({ kind: 'assign', to })),
    );
    fill(WARNING);
    const { handling: _, ...alert } = standing();
    fc.assert(
      fc.property(fc.array(acts, { maxLength: 20 }), (row) => {
        let now: Alert = standing();
        for (const each of row) {
          const done = handleAlert(now, each, 'ada', START);
          if (done.ok && done.value !== null) now = done.value.alert;
        }
        expect(now).toMatchObject(alert);
      }),
    );
  });
});
