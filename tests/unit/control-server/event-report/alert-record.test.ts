import { type Alert, toTimestamp } from '@throng/contract';
import { describe, expect, it } from 'vitest';
import { alertStories } from '../../../../control-server/src/event-report/alert-stories.js';
import { judgeWarnings } from '../../../../control-server/src/event-report/forecast-warnings.js';
import { recordGaps } from '../../../../control-server/src/event-report/record-gaps.js';
import { DOORS } from './support/evening.js';

const at = (minute: number): string => toTimestamp((DOORS + minute * 60) * 1_000);

const density = (zone: string): Alert['reason'] => ({
  ...{ kind: 'density', zone, density: 2.4, sigma: 0.1, threshold: 2.2, persons: 62, coverage: 1 },
  ...{ sustainedSeconds: 60, onDelaySeconds: 10, clearsBelow: 2, offDelaySeconds: 30, trend: null },
});

const ahead = (zone: string): Alert['reason'] => ({
  ...{ kind: 'forecast', zone, density: 1.7, flows: [] },
  passing: {
    ...{ limit: 2.2, probability: 0.74, withinSeconds: 300, expectedSeconds: 240 },
    ...{ earliestSeconds: 180, latestSeconds: null },
  },
});

const alert = (
  id: string,
  raised: number,
  reason: Alert['reason'],
  change: Partial<Alert> = {},
): Alert => ({
  ...{ id, category: 'crowd', priority: 'warning', state: 'active', clearedAt: null, reason },
  ...{ raisedAt: at(raised), changedAt: at(raised) },
  ...change,
});

const cleared = (before: Alert, minute: number): Alert => ({
  ...before,
  ...{ state: 'cleared', changedAt: at(minute), clearedAt: at(minute) },
});

describe('[U] what is on record of alerts', () => {
  const raised = alert('a', 10, density('west'));
  const worse = { ...raised, priority: 'critical' as const, changedAt: at(12) };
  const transitions = [
    { kind: 'raised', alert: raised },
    { kind: 'explained', alert: { ...raised, changedAt: at(11) } },
    { kind: 'escalated', alert: worse },
    { kind: 'cleared', alert: cleared(worse, 20) },
  ];

  it('tells an alert change by change, but not what only explains it', () => {
    const [story] = alertStories(transitions, []);
    expect(story).toMatchObject({
      ...{ id: 'a', worst: 'critical', raisedAt: DOORS + 600, clearedAt: DOORS + 1_200 },
      acts: [],
    });
    expect(story?.steps.map(({ kind }) => kind)).toEqual(['raised', 'escalated', 'cleared']);
  });

  it('tells who acted on it, and on no other', () => {
    const act = { alert: 'a', at: DOORS + 650, kind: 'alert-acknowledged', by: 'anna' };
    const [story] = alertStories(transitions, [act, { ...act, alert: 'b' }]);
    expect(story?.acts).toEqual([act]);
  });

  it('a warning came true when the limit was passed within a quarter of an hour, as the density tells', () => {
    const stories = alertStories(
      [
        { kind: 'raised', alert: alert('w1', 5, ahead('west')) },
        { kind: 'raised', alert: alert('d1', 10, density('west')) },
        { kind: 'raised', alert: alert('w2', 12, ahead('east')) },
        { kind: 'raised', alert: alert('d2', 40, density('east')) },
      ],
      [],
    );
    const judged = judgeWarnings(stories, DOORS);
    // The density had been above its limit for a minute when its alert was raised.
    expect(judged.warnings.map(({ leadSeconds }) => leadSeconds)).toEqual([240, null]);
    expect(judged).toMatchObject({ passings: 2, foreseen: 1, medianLead: 240 });
  });

  it('tells which cameras were away how long, within the evening, and what could not be written', () => {
    const away = alert('c', -10, {
      ...{ kind: 'camera-lost', camera: 'south', edge: 'box-1', because: 'stale' },
      ...{ lastMeasuredAt: null, zones: ['west'] },
    });
    const lost = alert('s', 3, { kind: 'store-failing', code: 'full', rowsLost: 42 });
    const stories = alertStories(
      [
        { kind: 'raised', alert: away },
        { kind: 'raised', alert: lost },
        { kind: 'cleared', alert: cleared(away, 5) },
      ],
      [],
    );
    expect(recordGaps(stories, { from: DOORS, to: DOORS + 3_600 })).toEqual({
      rowsLost: 42,
      cameras: [{ camera: 'south', because: 'stale', from: DOORS, to: DOORS + 300 }],
    });
  });
});
