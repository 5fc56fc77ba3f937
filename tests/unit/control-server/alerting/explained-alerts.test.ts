import type { Alert } from '@throng/contract';
import { describe, expect, it } from 'vitest';
import { AlertStretches } from '../../../../control-server/src/replay/alert-stretches.js';
import { CALM, Evening } from '../support/evening.js';
import { look, rising } from '../support/foreseen.js';

/** 2.5 persons/m² in five minutes: above the limit of west (2.2), below that of east. */
const FILLING = rising(0.5, 6.5);

/** An evening whose forecast warns of west. */
const warned = (): Evening => {
  const evening = new Evening();
  look(evening, 30, rising(0.5, 0.5), CALM);
  look(evening, 3, FILLING, CALM);
  return evening;
};

const active = (evening: Evening, subject: string): Alert => {
  const alert = evening.state.alerts.active.get(subject);
  if (alert === undefined) throw new Error(`no alert ${subject}`);
  return alert;
};

const explanationIn = ({ reason }: Alert) =>
  'explanation' in reason ? reason.explanation : undefined;

const explained = (evening: Evening): string[] =>
  evening.story.filter((line) => line.includes('explained'));

const transitions = (evening: Evening) =>
  evening.outcomes.flatMap((outcome) => outcome.transitions);

describe('[U] explained alerts', () => {
  it('[LV12] a warning is raised with its explanation and its incident', () => {
    const alert = active(warned(), 'forecast-west');
    expect(explanationIn(alert)).toMatchObject({ limit: 2.2, bottleneck: null });
    expect(alert.incident).toMatch(/^incident-west-[0-9a-z]{6}$/);
  });

  it('[LV12] while it stands it is explained anew every 30 s, by a change that is none', () => {
    const evening = warned();
    const raised = active(evening, 'forecast-west');
    look(evening, 12, FILLING, CALM);
    expect(explained(evening)).toHaveLength(4);
    const later = active(evening, 'forecast-west');
    expect(later).toMatchObject({
      id: raised.id,
      priority: 'warning',
      changedAt: raised.changedAt,
    });
    expect(explanationIn(later)?.at).not.toBe(explanationIn(raised)?.at);
    // The other numbers are those of its raise.
    expect({ ...later.reason, explanation: undefined }).toEqual({
      ...raised.reason,
      explanation: undefined,
    });
  });

  it('[LV12] an explanation is no new alert to those who count how long alerts stood', () => {
    const evening = warned();
    look(evening, 12, FILLING, CALM);
    const stretches = new AlertStretches();
    for (const transition of transitions(evening)) stretches.enter(transition);
    expect(stretches.all).toHaveLength(1);
  });

  it('[LV13] the density that takes over stays in the incident, and is explained at once', () => {
    const evening = warned();
    const { incident } = active(evening, 'forecast-west');
    evening.pass(11, { ...CALM, south: 3, north: 3 });
    const density = active(evening, 'density-west');
    expect(density.incident).toBe(incident);
    expect(explanationIn(density)).toBeDefined();
  });

  it('[LV12] one that escalates keeps what was told of it last', () => {
    const evening = warned();
    evening.pass(11, { ...CALM, south: 3, north: 3 });
    evening.pass(15, { ...CALM, south: 4, north: 4 });
    const critical = active(evening, 'density-west');
    expect(critical.priority).toBe('critical');
    expect(explanationIn(critical)).toBeDefined();
  });

  it('[LV12] a forecast that failed explains nothing anew, and takes nothing back', () => {
    const evening = warned();
    const before = explanationIn(active(evening, 'forecast-west'));
    look(evening, 5, null, CALM);
    expect(explained(evening)).toEqual([]);
    expect(explanationIn(active(evening, 'forecast-west'))).toBe(before);
  });

  it('equipment has no incident', () => {
    const evening = new Evening();
    evening.pass(10, CALM);
    evening.pass(20, { south: 0.5, north: 0.5 });
    look(evening, 2, FILLING, { south: 0.5, north: 0.5 });
    expect(active(evening, 'camera-stage').incident).toBeUndefined();
  });
});
