import { describe, expect, it } from 'vitest';
import { alertAct, versionsBehind } from '../../../../control-server/src/audit/alert-act.js';
import { Evening } from '../support/evening.js';
import { PLAN } from '../support/venue.js';

/** An evening in which the east gets crowded, up to the alert. */
const crowded = () => {
  const evening = new Evening();
  evening.pass(15, { stage: 4.2, north: 0.5, south: 0.5 });
  const transitions = evening.outcomes.flatMap((outcome) => outcome.transitions);
  return { evening, transitions };
};

describe('[U] what the record says of an alert', () => {
  it('who raised it, when, and on which figures', () => {
    const { evening, transitions } = crowded();
    const [raised] = transitions;
    if (raised === undefined) throw new Error('no alert was raised');
    expect(alertAct(PLAN, evening.state, raised)).toMatchObject({
      actor: { name: 'server' },
      action: 'alert-raised',
      subject: raised.alert.id,
      details: { priority: 'warning', density: 4.2 },
      at: Date.parse(raised.alert.changedAt),
    });
  });

  it('nothing of a change that only explains, or that people made', () => {
    const { evening, transitions } = crowded();
    const [raised] = transitions;
    if (raised === undefined) throw new Error('no alert was raised');
    expect(alertAct(PLAN, evening.state, { ...raised, kind: 'explained' })).toBeUndefined();
  });

  it('names the models and the oldest calibration behind the figures, each once', () => {
    const { evening, transitions } = crowded();
    const alert = transitions[0]?.alert;
    if (alert === undefined) throw new Error('no alert was raised');
    expect(versionsBehind(PLAN, evening.state, alert)).toEqual({});
    const west = { ...alert, reason: { ...alert.reason, zone: 'west' } };
    const calibrated = (at: string) => ({
      camera: '',
      state: 'running' as const,
      framesPerSecond: 10,
      frames: { captured: 0, processed: 0, superseded: 0, failed: 0 },
      reconnects: 0,
      calibratedAt: at,
    });
    const days = [
      '2026-05-02T00:00:00.000Z',
      '2026-05-01T00:00:00.000Z',
      '2026-04-01T00:00:00.000Z',
    ];
    const cameras = evening.state.cameras.map((camera, index) => ({
      ...camera,
      health: calibrated(days[index] ?? ''),
    }));
    const models = { person: 'yolox-s', density: 'dm-count', provider: 'cuda' as const };
    const edges = evening.state.edges.map((edge) => ({
      ...edge,
      health: {
        v: 1 as const,
        venue: 'hall',
        edge: 'box-1',
        bootId: '00000000000000aa',
        at: '2026-07-04T19:30:00.000Z',
        startedAt: '2026-07-04T19:30:00.000Z',
        version: '0.1.0',
        models,
        queue: { waiting: 0, dropped: 0 },
        memoryMegabytes: 1,
        cameras: [],
      },
    }));
    expect(versionsBehind(PLAN, { cameras, edges }, west)).toEqual({
      models: ['dm-count on cuda', 'yolox-s on cuda'],
      calibratedAt: '2026-05-01T00:00:00.000Z',
    });
  });
});
