import { isTree, type Tree } from '@throng/contract';
import { LOCAL_ALARM_DEFAULTS } from './local-alarm-settings.js';
import { SPOOL_DEFAULTS } from './spool-settings.js';

/** What holds where the file says nothing. */
const SETTINGS: Tree = {
  watchSettings: false,
  state: 'throng-state',
  broker: {},
  spool: SPOOL_DEFAULTS,
  models: { threads: 1, providers: ['cpu'] },
  sampling: { floor: 1, restDensity: true },
  window: { seconds: 1, cellSize: 1 },
};

const CAMERA: Tree = {
  framesPerSecond: 5,
  loop: false,
  transport: 'tcp',
  decode: 'auto',
  stallSeconds: 10,
  width: 1_024,
  calibration: { headHeight: 1.6 },
  masks: [],
  watch: ['moved', 'covered', 'frozen', 'blinded', 'dark'],
};

/** Lays `given` over `defaults`, tree by tree. What is no tree replaces, so that a wrong value stays visible. */
const over = (defaults: Tree, given: unknown): unknown => {
  if (given === undefined || given === null) return defaults;
  if (!isTree(given)) return given;
  const merged: Record<string, unknown> = { ...defaults, ...given };
  for (const [key, value] of Object.entries(defaults)) {
    if (isTree(value)) merged[key] = over(value, given[key]);
  }
  return merged;
};

/** The file's content with the defaults filled in; its own faults are left for the check. */
export const withDefaults = (file: unknown): unknown => {
  const given = over(SETTINGS, file);
  if (!isTree(given)) return given;
  const settings = isTree(given.localAlarm)
    ? { ...given, localAlarm: over(LOCAL_ALARM_DEFAULTS, given.localAlarm) }
    : given;
  if (!Array.isArray(settings.cameras)) return settings;
  return { ...settings, cameras: settings.cameras.map((camera) => over(CAMERA, camera)) };
};
