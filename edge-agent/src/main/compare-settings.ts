import { isDeepStrictEqual } from 'node:util';
import type { LoadedSettings } from '../adapters/files/read-settings.js';
import type { CameraSettings } from '../settings/edge-settings.js';

/** What of new settings can be taken over while the agent runs. */
export interface SettingsChange {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
  /** Settings that hold from the next start on. */
  readonly needsRestart: readonly string[];
}

/** All of the settings and the venue that a camera is made of. */
const makingOf = (camera: CameraSettings, { settings, venue }: LoadedSettings) => ({
  camera,
  own: venue.cameras.find(({ id }) => id === camera.id),
  zones: venue.zones,
  passages: venue.passages,
  cellSize: settings.window.cellSize,
});

/** The local alarm of the new settings, where it differs in its times only: those change while it runs. */
export const alarmTimes = (
  before: LoadedSettings,
  after: LoadedSettings,
): Pick<LoadedSettings['settings'], 'localAlarm'> => {
  const [old, next] = [before.settings.localAlarm, after.settings.localAlarm];
  if (old === undefined || next === undefined) return {};
  const { after: _, offDelaySeconds: __, onDelaySeconds: ___, repeatSeconds: ____, ...ways } = old;
  const isSame = isDeepStrictEqual({ ...next, ...ways }, next);
  const hasNoMore = Object.keys(next).length === Object.keys(old).length;
  return isSame && hasNoMore ? { localAlarm: next } : {};
};

/** Compares settings of one agent. Whatever is no camera, venue or time of the alarm needs a restart. */
export const compareSettings = (before: LoadedSettings, after: LoadedSettings): SettingsChange => {
  const timed = { ...before.settings, ...alarmTimes(before, after) };
  const { cameras: old, venue: _, ...rest } = timed;
  const { cameras, venue: __, ...others } = after.settings;
  const known = new Map(old.map((camera) => [camera.id, camera]));
  const wanted = new Set(cameras.map(({ id }) => id));
  const isChanged = (camera: CameraSettings): boolean => {
    const former = known.get(camera.id);
    return (
      former !== undefined && !isDeepStrictEqual(makingOf(former, before), makingOf(camera, after))
    );
  };
  const names = new Set([...Object.keys(rest), ...Object.keys(others)]);
  const differs = (name: string) =>
    !isDeepStrictEqual(Reflect.get(rest, name), Reflect.get(others, name));
  return {
    added: cameras.filter(({ id }) => !known.has(id)).map(({ id }) => id),
    changed: cameras.filter(isChanged).map(({ id }) => id),
    removed: old.filter(({ id }) => !wanted.has(id)).map(({ id }) => id),
    needsRestart: [
      ...[...names].filter(differs),
      ...(before.venue.id === after.venue.id ? [] : ['venue.id']),
    ],
  };
};
