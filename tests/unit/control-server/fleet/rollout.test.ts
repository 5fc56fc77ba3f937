import type { FleetReport, OfferedState } from '@throng/contract';
import { describe, expect, it } from 'vitest';
import { diffVersions } from '../../../../control-server/src/fleet/diff.js';
import {
  afterStop,
  nextStep,
  type Rollout,
  toldSoFar,
} from '../../../../control-server/src/fleet/rollout.js';
import { standingOf } from '../../../../control-server/src/fleet/standing.js';
import { stopsFrom } from '../../../../control-server/src/fleet/stops.js';
import { sampleFleetSettings, sampleReport } from '../../../support/fleet-samples.js';
import { START, VENUE } from '../support/venue.js';

const rollout: Rollout = {
  ...{ number: 7, startedAt: START, startedBy: 'eva', sha256: 'a'.repeat(64), task: 'density' },
  trial: {
    seconds: 60,
    leastLooks: 10,
    limits: { slower: 2, disagreement: 1, failures: 0, drift: 0 },
  },
  stops: [
    { edge: 'box-1', camera: 'south' },
    { edge: 'box-2', camera: 'stage' },
  ],
  state: 'running',
  outcomes: [],
};

const offer = (number: number) => ({
  density: {
    rollout: number,
    model: { id: 'm', task: 'density' as const, sha256: 'a'.repeat(64), bytes: 1 },
    ticket: 'b'.repeat(64),
    trial: { ...rollout.trial, camera: 'south' },
  },
});

const heardWith = (change: Partial<OfferedState>) => {
  const offered: OfferedState = {
    ...{ rollout: 7, model: 'm', digest: 'a'.repeat(16), stage: 'shadow' },
    since: '2026-11-23T07:00:00.000Z',
    ...change,
  };
  return { heardAt: START, report: sampleReport({ models: [{ task: 'density', offered }] }) };
};

describe('[U] rollout', () => {
  it('[FL9] tells the canary first', () => {
    expect(nextStep(rollout, {}, undefined)).toEqual({
      kind: 'tell',
      stop: { edge: 'box-1', camera: 'south' },
    });
  });

  it.each(['fetching', 'shadow', 'canary', 'probation'] as const)(
    '[FL9] waits while the model is in the stage "%s" there',
    (stage) => {
      const told = { ...rollout, told: {} };
      expect(nextStep(told, offer(7), heardWith({ stage }))).toEqual({ kind: 'wait' });
    },
  );

  it('[FL9] waits for a box that is away, or tells of another rollout', () => {
    const told = { ...rollout, told: {} };
    expect(nextStep(told, offer(7), undefined)).toEqual({ kind: 'wait' });
    const former = heardWith({ rollout: 6, stage: 'in-force' });
    expect(nextStep(told, offer(7), former)).toEqual({ kind: 'wait' });
  });

  it('[FL9] goes on to the next box once the model has passed', () => {
    const told = { ...rollout, told: {} };
    const step = nextStep(told, offer(7), heardWith({ stage: 'in-force' }));
    if (step.kind !== 'ended') throw new Error('it has ended');
    const after = afterStop(told, step.outcome);
    expect(after).toMatchObject({ state: 'running', outcomes: [{ edge: 'box-1' }] });
    expect(nextStep(after, {}, undefined)).toMatchObject({ stop: { edge: 'box-2' } });
    const last = afterStop({ ...after, told: {} }, { ...step.outcome, edge: 'box-2' });
    expect(last.state).toBe('done');
  });

  it('[FL9] ends for all boxes with the first that takes the model back', () => {
    const told = { ...rollout, told: {} };
    const step = nextStep(told, offer(7), heardWith({ stage: 'rolled-back', reason: 'slower' }));
    if (step.kind !== 'ended') throw new Error('it has ended');
    expect(step.outcome).toMatchObject({ outcome: 'rolled-back', reason: 'slower' });
    const after = afterStop(told, step.outcome);
    expect(after.state).toBe('failed');
    expect(nextStep(after, {}, undefined)).toEqual({ kind: 'wait' });
  });

  it('[FL9] paused, lets the present box go on and begins no other', () => {
    const paused: Rollout = { ...rollout, state: 'paused' };
    expect(nextStep(paused, {}, undefined)).toEqual({ kind: 'wait' });
    const told = { ...paused, told: {} };
    expect(nextStep(told, offer(7), heardWith({ stage: 'in-force' }))).toMatchObject({
      kind: 'ended',
    });
  });

  it('tells a box again that a death of the server kept from being told', () => {
    expect(nextStep({ ...rollout, told: {} }, {}, undefined)).toMatchObject({ kind: 'tell' });
  });

  it('knows the way back of each box that was told', () => {
    const outcomes = [{ edge: 'box-1', outcome: 'in-force' as const, before: {} }];
    const second = { ...rollout, outcomes, told: offer(3) };
    expect(toldSoFar(second)).toMatchObject([
      { edge: 'box-1', before: {} },
      { edge: 'box-2', before: offer(3) },
    ]);
  });

  it('visits all boxes of the venue, the canary first, unless it is told which', () => {
    const canary = { edge: 'box-2', camera: 'stage' };
    expect(stopsFrom(VENUE, canary)).toEqual([canary, { edge: 'box-1', camera: 'south' }]);
    expect(stopsFrom(VENUE, canary, [])).toEqual([canary]);
  });
});

describe('[U] standing of a box', () => {
  const desired = { edge: 'box-1', version: 3, savedAt: START, savedBy: 'eva', note: '' };
  const heard = (report: FleetReport) => ({ report, heardAt: START });
  const refused = (version: number | undefined, at: string) =>
    heard(
      sampleReport({
        version: 2,
        answer: {
          ...{ outcome: 'refused', at, faults: [{ code: 'bad-mask', field: 'masks' }] },
          ...(version === undefined ? {} : { version }),
        },
      }),
    );

  it('[FL10] of a box that was told nothing: its own settings', () => {
    expect(standingOf(undefined, heard(sampleReport()))).toEqual({ kind: 'own-settings' });
  });

  it('[FL10] of a box that has not answered: pending since it was told', () => {
    expect(standingOf(desired, undefined)).toEqual({ kind: 'pending', since: START });
    const { answer: _, ...silent } = sampleReport({ version: 2 });
    expect(standingOf(desired, heard(silent))).toMatchObject({ kind: 'pending' });
    expect(standingOf(desired, refused(2, '2030-01-01T00:00:00.000Z'))).toMatchObject({
      kind: 'pending',
    });
  });

  it('[FL10] of a box that does it: applied', () => {
    expect(standingOf(desired, heard(sampleReport()))).toEqual({ kind: 'applied' });
  });

  it('[FL10] of a box that refuses it: refused, with its faults', () => {
    const faults = [{ code: 'bad-mask', field: 'masks' }];
    const late = '2030-01-01T00:00:00.000Z';
    expect(standingOf(desired, refused(3, late))).toEqual({ kind: 'refused', faults });
    expect(standingOf(desired, refused(undefined, late))).toEqual({ kind: 'refused', faults });
    const early = '2020-01-01T00:00:00.000Z';
    expect(standingOf(desired, refused(undefined, early))).toMatchObject({ kind: 'pending' });
  });
});

describe('[U] difference of two versions', () => {
  const content = { settings: sampleFleetSettings(), models: {} };

  it('is empty for the same content', () => {
    expect(diffVersions(content, structuredClone(content))).toEqual([]);
  });

  it('names cameras by their ids, whatever their order, and masks as a whole', () => {
    const [first, second] = content.settings.cameras ?? [];
    if (first === undefined || second === undefined) throw new Error('the sample has two cameras');
    const cameras = [second, { ...first, masks: [] }];
    expect(
      diffVersions(content, { ...content, settings: { ...content.settings, cameras } }),
    ).toEqual([{ path: '/settings/cameras/cam-1/masks', before: first.masks, after: [] }]);
  });

  it('tells what was added and taken out', () => {
    const after = { settings: { localAlarm: { after: 90 } }, models: {} };
    expect(diffVersions(content, after)).toEqual([
      { path: '/settings/cameras', before: content.settings.cameras, after: undefined },
      { path: '/settings/localAlarm/after', before: 60, after: 90 },
    ]);
  });
});
