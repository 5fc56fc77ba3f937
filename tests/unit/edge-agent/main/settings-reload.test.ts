import { fail, ok } from '@throng/contract';
import { describe, expect, it } from 'vitest';
import type { LoadedSettings } from '../../../../edge-agent/src/adapters/files/read-settings.js';
import { SettingsReload } from '../../../../edge-agent/src/main/settings-reload.js';
import type { CameraSettings } from '../../../../edge-agent/src/settings/edge-settings.js';
import { parseEdgeSettings } from '../../../../edge-agent/src/settings/parse-edge-settings.js';
import { calibration, sampleView } from '../support/sample-camera.js';
import { ScriptedSource } from '../support/scripted-source.js';

const loadedWith = (
  cameras: readonly ({ id: string } & Partial<CameraSettings>)[],
  { settings = {}, area = 10 }: { settings?: object; area?: number } = {},
): LoadedSettings => {
  const parsed = parseEdgeSettings(
    {
      edge: 'box-1',
      venue: 'venue.yml',
      broker: { url: 'mqtt://127.0.0.1' },
      cameras: cameras.map((camera) => ({ source: 'hall.mp4', calibration, ...camera })),
      ...settings,
    },
    {},
  );
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
  const polygon: [number, number][] = [
    [0, 0],
    [area, 0],
    [area, 10],
    [0, 10],
  ];
  const venue = {
    ...{ id: 'hall', name: 'Hall', passages: [] },
    zones: [{ id: 'floor', name: 'Floor', kind: 'walkway' as const, polygon }],
    cameras: cameras.map(({ id }) => ({ id, name: id, edge: 'box-1', area: polygon })),
  };
  return { settings: parsed.value, venue, folder: '/srv' };
};

const reloadOf = (loaded: LoadedSettings) => {
  const done: string[] = [];
  const lines: string[] = [];
  const passwords = new Map<string, string>();
  const say = (details: object, message: string) =>
    lines.push(`${message} ${JSON.stringify(details)}`);
  const reload = new SettingsReload({
    loaded,
    open: async ({ id, source }) =>
      source === 'missing.mp4'
        ? fail('source-missing', `camera "${id}": there is no file missing.mp4`)
        : ok({
            view: { ...sampleView(), camera: id },
            source: new ScriptedSource([]),
            framesPerSecond: 5,
          }),
    passwordOf: async ({ id }) => passwords.get(id),
    cameras: {
      add: ({ view }) => done.push(`add ${view.camera}`),
      remove: async (id) => void done.push(`remove ${id}`),
    },
    log: { info: say, warn: say, error: say },
  });
  return { done, lines, passwords, take: (next: LoadedSettings) => reload.take(next) };
};

describe('[U] reload of settings', () => {
  it('times of the local alarm change while it runs; what it does waits for a restart', async () => {
    const alarm = (change: object) =>
      loadedWith([{ id: 'same' }], { settings: { localAlarm: { command: ['warn'], ...change } } });
    const { lines, take } = reloadOf(alarm({}));
    expect(await take(alarm({ after: 90 }))).toMatchObject({ ok: true });
    expect(lines.join()).not.toContain('hold after a restart');
    await take(alarm({ after: 90, command: ['other'] }));
    expect(lines.at(-1)).toContain('{"needsRestart":["localAlarm"]}');
  });

  it('says why settings are not taken over', async () => {
    const { take } = reloadOf(loadedWith([{ id: 'same' }]));
    const missing = loadedWith([{ id: 'same', source: 'missing.mp4' }]);
    expect(await take(missing)).toMatchObject({ code: 'cannot-open' });
    const another = loadedWith([{ id: 'same' }], { settings: { edge: 'box-2' } });
    expect(await take(another)).toMatchObject({ code: 'another-box' });
  });

  it('opens what was added, closes what was removed, reopens what was changed, and no other', async () => {
    const { done, lines, take } = reloadOf(
      loadedWith([{ id: 'same' }, { id: 'old' }, { id: 'faster' }]),
    );
    await take(loadedWith([{ id: 'new' }, { id: 'faster', framesPerSecond: 8 }, { id: 'same' }]));
    expect(done).toEqual(['remove old', 'remove faster', 'add new', 'add faster']);
    expect(lines).toEqual([
      'settings taken over {"added":["new"],"changed":["faster"],"removed":["old"]}',
    ]);
  });

  it('compares with what runs, not with what once was', async () => {
    const { done, take } = reloadOf(loadedWith([{ id: 'a' }]));
    await take(loadedWith([{ id: 'a' }, { id: 'b' }]));
    await take(loadedWith([{ id: 'a' }, { id: 'b' }]));
    expect(done).toEqual(['add b']);
  });

  it('reopens the cameras of a zone that was redrawn', async () => {
    const { done, take } = reloadOf(loadedWith([{ id: 'a' }]));
    await take(loadedWith([{ id: 'a' }], { area: 12 }));
    expect(done).toEqual(['remove a', 'add a']);
  });

  it('reopens a camera whose password file holds another password', async () => {
    const loaded = loadedWith([
      { id: 'a', passwordFile: 'a' },
      { id: 'b', passwordFile: 'b' },
    ]);
    const { done, passwords, take } = reloadOf(loaded);
    await take(loaded);
    passwords.set('b', 'new');
    await take(loaded);
    await take(loaded);
    expect(done).toEqual(['remove b', 'add b']);
  });

  it('changes nothing where one camera cannot be opened, and says why', async () => {
    const { done, lines, take } = reloadOf(loadedWith([{ id: 'a' }]));
    await take(loadedWith([{ id: 'b' }, { id: 'c', source: 'missing.mp4' }]));
    expect(done).toEqual([]);
    expect(lines).toMatchObject([expect.stringMatching(/nothing was changed.*missing\.mp4/)]);
  });

  it('says which settings need a restart, and takes the cameras over all the same', async () => {
    const { done, lines, take } = reloadOf(loadedWith([{ id: 'a' }]));
    const settings = { broker: { url: 'mqtt://10.0.0.2' }, window: { seconds: 2 } };
    await take(loadedWith([{ id: 'a' }, { id: 'b' }], { settings }));
    expect(done).toEqual(['add b']);
    expect(lines.at(-1)).toBe(
      'these settings hold after a restart {"needsRestart":["broker","window"]}',
    );
  });

  it('is not turned into another edge', async () => {
    const { done, lines, take } = reloadOf(loadedWith([{ id: 'a' }]));
    await take(loadedWith([{ id: 'b' }], { settings: { edge: 'box-2' } }));
    expect(done).toEqual([]);
    expect(lines).toMatchObject([expect.stringContaining('another edge')]);
  });
});
