import type { Alert } from '@throng/contract';
import { initialState } from '@throng/control-server';
import { describe, expect, it } from 'vitest';
import { restoreAlerts } from '../../../../control-server/src/processing/restore-alerts.js';
import { CALM, Evening } from '../support/evening.js';
import { look, rising } from '../support/foreseen.js';
import { west } from '../support/movements.js';
import { PLAN, START } from '../support/venue.js';

const activeAlerts = (): Alert[] => {
  const evening = new Evening();
  evening.pass(20, { south: 4, north: 4 });
  evening.pass(20, { south: 4, north: 4 });
  return [...evening.state.alerts.active.values()];
};

const restarted = (alerts: readonly Alert[]): Evening => {
  const evening = new Evening();
  const outcome = restoreAlerts(PLAN, initialState(PLAN, START), alerts, START);
  evening.state = outcome.state;
  evening.outcomes.push(outcome);
  return evening;
};

describe('[U] alerts after a restart', () => {
  it('[AL22] stay active, under the same id, until what clears them is measured', () => {
    const before = activeAlerts();
    expect(before.map((alert) => alert.reason.kind).sort()).toEqual(['camera-lost', 'density']);
    const evening = restarted(before);
    evening.pass(20);
    expect([...evening.state.alerts.active.values()]).toEqual(expect.arrayContaining(before));
    evening.pass(31, CALM);
    expect(evening.story).toContain('51 cleared critical density-west');
    expect(evening.story).toContain('26 cleared warning camera-stage');
  });

  it('[AL22] what raised an alert above its density lasts until it is known to be over', () => {
    const before = new Evening();
    before.pass(20, west(1.3, { stopAndGo: 0.4 }));
    const evening = restarted([...before.state.alerts.active.values()]);
    evening.pass(120, west(1.3));
    expect(evening.story).toEqual([]);
    evening.pass(31, west(1.3, {}));
    expect(evening.story).toEqual(['151 cleared warning density-west']);
  });

  it('[AL22] an alert that was critical steps down to the warning that its density still is', () => {
    const evening = restarted(activeAlerts());
    evening.pass(60, { ...CALM, south: 2.1, north: 2.1 });
    expect(evening.story).toContain('31 de-escalated warning density-west');
  });

  it('[AL22] are cleared when the venue no longer has what they speak of', () => {
    const [alert] = activeAlerts().filter(({ reason }) => reason.kind === 'density');
    if (alert?.reason.kind !== 'density') throw new Error('expected a density alert');
    const evening = restarted([{ ...alert, reason: { ...alert.reason, zone: 'pulled-down' } }]);
    expect(evening.state.alerts.active.size).toBe(0);
    expect(evening.story).toEqual([expect.stringContaining('0 cleared critical')]);
  });

  it('[AL22] a forecast stands until it can be foreseen anew, and is over where nobody looks ahead', () => {
    const before = new Evening();
    look(before, 30, rising(0.5, 0.5), CALM);
    look(before, 3, rising(0.5, 6.5), CALM);
    const active = [...before.state.alerts.active.values()];
    expect(active.map(({ reason }) => reason.kind)).toEqual(['forecast']);

    const looking = restarted(active);
    look(looking, 34, rising(0.5, 0.5), CALM);
    expect([...looking.state.alerts.active.values()]).toEqual(active);
    look(looking, 1, rising(0.5, 0.5), CALM);
    expect(looking.story).toEqual(['350 cleared warning forecast-west']);

    const blind = restarted(active);
    blind.pass(359, CALM);
    expect(blind.story).toEqual([]);
    blind.pass(1, CALM);
    expect(blind.story).toEqual(['360 cleared warning forecast-west']);
  });

  it('[LV13] keep their incident and what was told of their cause', () => {
    const before = new Evening();
    look(before, 30, rising(0.5, 0.5), CALM);
    look(before, 3, rising(0.5, 6.5), CALM);
    const [warning] = before.state.alerts.active.values();
    expect(warning?.incident).toBeDefined();

    const evening = restarted([...before.state.alerts.active.values()]);
    look(evening, 40, rising(0.5, 6.5), CALM);
    const standing = [...evening.state.alerts.active.values()];
    expect(standing.map(({ id, incident }) => [id, incident])).toEqual([
      [warning?.id, warning?.incident],
    ]);
  });
});
