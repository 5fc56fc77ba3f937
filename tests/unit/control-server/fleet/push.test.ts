import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { desiredTopic, encode, formatTopic, ok, openDocument } from '@throng/contract';
import Database from 'better-sqlite3';
import { afterAll, describe, expect, it } from 'vitest';
import {
  fleetKeyFile,
  openFleetKey,
} from '../../../../control-server/src/adapters/fleet/fleet-key.js';
import { openFleetStore } from '../../../../control-server/src/adapters/fleet/sqlite-fleet-store.js';
import { AuditQueue } from '../../../../control-server/src/audit/audit-queue.js';
import { Recorder } from '../../../../control-server/src/audit/recorder.js';
import { FleetDesk } from '../../../../control-server/src/fleet/fleet-desk.js';
import { pushSettings, restoreSettings } from '../../../../control-server/src/fleet/push.js';
import {
  changeRollout,
  RolloutDesk,
  startRollout,
} from '../../../../control-server/src/fleet/rollout-desk.js';
import { fleetKeys, sampleReport } from '../../../support/fleet-samples.js';
import { START, VENUE } from '../support/venue.js';

const folder = mkdtempSync(join(tmpdir(), 'throng-fleet-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const EVA = { name: 'eva', role: 'engineer' };
let files = 0;

/** A server's fleet in a store of its own, with what it sent and what it put on record. */
const open = ({ isRecording = true } = {}) => {
  files += 1;
  const file = join(folder, `${files}.db`);
  const store = openFleetStore(file);
  const acts: string[] = [];
  const log = {
    append: async (entries: readonly { action: string; subject: string; outcome: string }[]) => {
      if (!isRecording) return { ok: false, code: 'full', message: 'no room' } as const;
      acts.push(
        ...entries.map(({ action, outcome, subject }) => `${action} ${subject} ${outcome}`),
      );
      return ok({ sequence: acts.length, hash: '' });
    },
  };
  const clock = { now: () => START };
  const recorder = new Recorder({ log, queue: new AuditQueue(log), clock, versions: {} });
  const parts = { store, recorder, clock, venue: () => VENUE };
  const keys = fleetKeys();
  const sent = new Map<string, Uint8Array>();
  const desk = new FleetDesk({
    ...parts,
    sign: keys.sign,
    retain: (topic, payload) => sent.set(topic, payload),
    onReport: () => {},
  });
  const sentTo = (edge: string) => {
    const payload = sent.get(desiredTopic({ venue: 'hall', edge }));
    const opened = payload && openDocument(payload, keys.isSigned);
    return opened?.ok ? opened.value.document : undefined;
  };
  const say = (report: Parameters<typeof encode<'reported'>>[1]) => {
    const payload = encode('reported', report);
    if (!payload.ok) throw new Error(payload.message);
    const topic = formatTopic({ channel: 'reported', venue: report.venue, edge: report.edge });
    return desk.hear({ topic, payload: payload.value, retained: false });
  };
  return { ...parts, acts, desk, file, say, sentTo };
};

const settings = { cameras: [{ id: 'south', framesPerSecond: 2 }] };
const push = (fleet: ReturnType<typeof open>, more: object = {}) =>
  pushSettings(fleet, { edge: 'box-1', note: 'slower', settings, ...more }, EVA);

describe('[U] settings for a box', () => {
  it('[FL10] are on record, kept as the next version, and sent signed', async () => {
    const fleet = open();
    expect(await push(fleet)).toEqual({ ok: true, value: 1 });
    expect(fleet.acts).toEqual(['fleet-settings-pushed box-1 done']);
    fleet.desk.step();
    expect(fleet.sentTo('box-1')).toMatchObject({ version: 1, settings });
    expect(fleet.sentTo('box-2')).toBeUndefined();
  });

  it('[FL10] that cannot be put on record are not sent', async () => {
    const fleet = open({ isRecording: false });
    expect(await push(fleet)).toMatchObject({ ok: false, code: 'full' });
    fleet.desk.step();
    expect(fleet.sentTo('box-1')).toBeUndefined();
  });

  it.each([
    [{ settings: { broker: {} } }, 'faults'],
    [{ settings: { cameras: [{ id: 'stage' }] } }, 'faults'],
    [{ settings: { venue: { ...VENUE, id: 'other' } } }, 'faults'],
    [{ edge: 'box-9' }, 'unknown-edge'],
    [{ basedOn: 4 }, 'outdated'],
  ])('[FL10] %o are refused before they are kept', async (change, code) => {
    const fleet = open();
    expect(await push(fleet, change)).toMatchObject({ ok: false, code });
    expect(fleet.store.versions('box-1')).toEqual({ ok: true, value: [] });
  });

  it('[FL3] are restored as a new version', async () => {
    const fleet = open();
    await push(fleet);
    await push(fleet, { settings: {} });
    expect(await restoreSettings(fleet, { edge: 'box-1', version: 1 }, EVA)).toEqual({
      ok: true,
      value: 3,
    });
    fleet.desk.step();
    expect(fleet.sentTo('box-1')).toMatchObject({ version: 3, settings });
    expect(await restoreSettings(fleet, { edge: 'box-1', version: 9 }, EVA)).toMatchObject({
      code: 'no-such-version',
    });
  });

  it('are append-only in the store itself', async () => {
    const fleet = open();
    await push(fleet);
    const database = new Database(fleet.file);
    expect(() => database.exec("UPDATE fleet_version SET body = '{}'")).toThrow('append-only');
    expect(() => database.exec('DELETE FROM fleet_version')).toThrow('append-only');
    database.close();
  });

  it('[FL10] what a box says is remembered over a restart of the server', async () => {
    const fleet = open();
    await push(fleet);
    expect(fleet.say(sampleReport({ version: 1 }))).toBe(true);
    fleet.say(sampleReport({ edge: 'nobody-s' }));
    const later = openFleetStore(fleet.file);
    const reports = later.reports();
    expect(reports).toMatchObject({ value: [{ report: { edge: 'box-1', version: 1 } }] });
    expect(reports.ok && reports.value).toHaveLength(1);
    expect(fleet.desk.boxes().map(({ edge, standing }) => [edge, standing.kind])).toEqual([
      ['box-1', 'applied'],
      ['box-2', 'own-settings'],
    ]);
  });
});

describe('[U] key of the fleet', () => {
  it('is made once, for the server only, and always the same', () => {
    const file = fleetKeyFile(join(folder, 'key.db'));
    const first = openFleetKey(file);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(openFleetKey(file).publicKey).toBe(first.publicKey);
    expect(openFleetKey(file).ticket('box-1', 'a')).toBe(first.ticket('box-1', 'a'));
    expect(first.ticket('box-2', 'a')).not.toBe(first.ticket('box-1', 'a'));
    expect(first.ticket('box-1', 'b')).not.toBe(first.ticket('box-1', 'a'));
  });
});

describe('[U] rollout through the store', () => {
  const model = { id: 'm', task: 'density' as const, sha256: 'a'.repeat(64), bytes: 10 };
  const wish = {
    sha256: model.sha256,
    stops: [
      { edge: 'box-1', camera: 'south' },
      { edge: 'box-2', camera: 'stage' },
    ],
    trial: {
      seconds: 5,
      leastLooks: 1,
      limits: { slower: 2, disagreement: 1, failures: 0, drift: 0 },
    },
  };
  const begin = async () => {
    const fleet = open();
    fleet.store.addModel({ model, addedAt: START, addedBy: 'eva' });
    const rollouts = new RolloutDesk({ ...fleet, ticket: () => 'c'.repeat(64) }, (edge) =>
      fleet.desk.heardOf(edge),
    );
    expect(await startRollout(fleet, wish, EVA)).toEqual({ ok: true, value: 1 });
    const step = async () => {
      await rollouts.step();
      fleet.desk.step();
    };
    const says = (edge: string, stage: 'in-force' | 'rolled-back') =>
      fleet.say(
        sampleReport({
          edge,
          models: [
            {
              task: 'density',
              offered: {
                ...{ rollout: 1, model: 'm', digest: 'a'.repeat(16), stage },
                since: '2026-11-23T07:00:00.000Z',
                ...(stage === 'in-force' ? {} : { reason: 'slower' }),
              },
            },
          ],
        }),
      );
    const state = () => {
      const all = fleet.store.rollouts();
      return all.ok ? all.value[0]?.state : undefined;
    };
    return { fleet, says, state, step };
  };

  it('[FL9] goes from box to box, and keeps what people had pushed', async () => {
    const { fleet, says, state, step } = await begin();
    await push(fleet);
    await step();
    expect(fleet.sentTo('box-1')).toMatchObject({ settings, models: { density: { rollout: 1 } } });
    await step();
    expect(fleet.sentTo('box-2')).toBeUndefined();
    says('box-1', 'in-force');
    await step();
    await step();
    expect(fleet.sentTo('box-2')).toMatchObject({
      models: { density: { trial: { camera: 'stage' } } },
    });
    says('box-2', 'in-force');
    await step();
    expect(state()).toBe('done');
  });

  it('[FL9] a box that takes it back is told its former model, and no other is told', async () => {
    const { fleet, says, state, step } = await begin();
    await step();
    says('box-1', 'rolled-back');
    await step();
    await step();
    expect(state()).toBe('failed');
    expect(fleet.sentTo('box-1')).toMatchObject({ version: 2, models: {} });
    expect(fleet.sentTo('box-2')).toBeUndefined();
  });

  it('[FL9] an abort takes the model back from every box that was told, passed or not', async () => {
    const { fleet, says, state, step } = await begin();
    await step();
    says('box-1', 'in-force');
    await step();
    await step();
    expect(await changeRollout(fleet, 1, 'aborted', EVA)).toMatchObject({ ok: true });
    fleet.desk.step();
    expect(state()).toBe('aborted');
    for (const edge of ['box-1', 'box-2']) expect(fleet.sentTo(edge)?.models).toEqual({});
  });

  it('[FL9] one of a task is under way at a time; one that is over is not changed', async () => {
    const { fleet } = await begin();
    expect(await startRollout(fleet, wish, EVA)).toMatchObject({ code: 'under-way' });
    await changeRollout(fleet, 1, 'aborted', EVA);
    expect(await changeRollout(fleet, 1, 'paused', EVA)).toMatchObject({ code: 'over' });
    expect(await changeRollout(fleet, 9, 'paused', EVA)).toMatchObject({ code: 'no-such-rollout' });
    const stops = [{ edge: 'box-1', camera: 'stage' }];
    expect(await startRollout(fleet, { ...wish, stops }, EVA)).toMatchObject({
      code: 'no-such-camera',
    });
    const unknown = { ...wish, sha256: 'd'.repeat(64) };
    expect(await startRollout(fleet, unknown, EVA)).toMatchObject({ code: 'no-such-model' });
  });
});
