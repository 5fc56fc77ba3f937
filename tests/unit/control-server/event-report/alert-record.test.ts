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

  it('what is over stays over, though an explanation of it is written behind its end', () => {
    const late = { kind: 'explained', alert: { ...worse, changedAt: at(12) } };
    const [story] = alertStories([...transitions, late], []);
    expect(story?.clearedAt).toBe(DOORS + 1_200);
    expect(story?.steps.at(-1)?.kind).toBe('cleared');
  });

  it('tells once that nobody had answered, when and how often, and leaves to the audit log what people did', () => {
    const handled = (minute: number, unanswered: number): Alert => ({
      ...worse,
      handling: {
        ...{ at: at(minute) as string, acknowledged: null, assignee: null, shelved: null },
        ...{ unanswered, comments: [] },
      },
    });
    const [story] = alertStories(
      [
        ...transitions.slice(0, 3),
        { kind: 'unanswered', alert: handled(13, 1) },
        { kind: 'unanswered', alert: handled(14, 2) },
        { kind: 'acknowledged', alert: handled(15, 2) },
      ],
      [],
    );
    expect(story?.steps.map(({ at: when, calls, kind }) => [kind, when - DOORS, calls])).toEqual([
      ['raised', 600, 0],
      ['escalated', 720, 0],
      ['unanswered', 780, 2],
    ]);
  });

  it('tells what held the zone back as soon as it was known, and again when it was another passage', () => {
    const explained = (minute: number, passage: string): Alert => ({
      ...raised,
      reason: {
        ...density('west'),
        explanation: {
          ...{ at: at(minute), limit: 2.2, inPerMinute: 40, outPerMinute: 2, causes: [] },
          expected: { probability: 0.9, peak: 3, expectedSeconds: 0, belowSeconds: 300 },
          bottleneck: {
            ...{ kind: 'door', passage, from: 'west', perMinute: 2, capacityPerMinute: 39 },
            ...{ capacityIs: 'shown', lostShare: 0.9, queue: { persons: 62, zones: ['west'] } },
            feeders: [],
          },
          ...{ remedies: [], known: 1, unseenZones: [], unseenPassages: [] },
        },
      } as Alert['reason'],
    });
    const [story] = alertStories(
      [
        { kind: 'raised', alert: raised },
        ...['gate', 'gate', 'middle'].map((passage, index) => ({
          ...{ kind: 'explained', alert: explained(11 + index, passage) },
        })),
      ],
      [],
    );
    const told = story?.steps.flatMap(({ at: when, explanation }) =>
      explanation?.bottleneck?.kind === 'door'
        ? [[explanation.bottleneck.passage, when - DOORS]]
        : [],
    );
    expect(told).toEqual([
      ['gate', 660],
      ['middle', 780],
    ]);
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
