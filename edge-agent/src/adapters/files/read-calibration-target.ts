import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { fail, faultLines, ok, type Result, shapeOf, type VenueDefinition } from '@throng/contract';
import { Calibration } from '../../settings/calibration-settings.js';
import type { CameraSettings } from '../../settings/edge-settings.js';
import { parseEdgeSettings } from '../../settings/parse-edge-settings.js';
import { fieldOf, readVenue, readYaml } from './read-settings.js';

/** A camera that is to be calibrated; that of the file need not be calibrated, or rightly so, yet. */
export interface CalibrationTarget {
  /** The settings file, absolute. */
  readonly path: string;
  /** From which relative paths of the settings start. */
  readonly folder: string;
  readonly camera: CameraSettings;
  readonly venue: VenueDefinition;
  /** What the file holds so far; undefined where it holds none that has the right shape. */
  readonly calibration: Calibration | undefined;
}

type Target = Result<CalibrationTarget, 'invalid-settings' | 'no-camera'>;

const calibrationShape = shapeOf(Calibration);

const PLACEHOLDER = { imageSize: [1_280, 720], pairs: [], headHeight: 1.6 };

/** What the file says of its calibration, the default filled in; undefined where that is no calibration. */
const calibrationIn = (given: unknown): Calibration | undefined => {
  if (typeof given !== 'object' || given === null) return undefined;
  const checked = calibrationShape({ headHeight: PLACEHOLDER.headHeight, ...given });
  return checked.ok ? checked.value : undefined;
};

const quoted = (ids: readonly unknown[]): string => ids.map((id) => JSON.stringify(id)).join(', ');

/**
 * Reads what the calibration of one camera needs, and no more: a camera that has never been
 * calibrated makes settings invalid, and is just the one that this is for.
 */
export const readCalibrationTarget = async (
  path: string,
  id: string,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<Target> => {
  const file = await readYaml(path);
  if (!file.ok) return fail('invalid-settings', file.message);
  const cameras = fieldOf(file.value, 'cameras');
  const listed: readonly unknown[] = Array.isArray(cameras) ? cameras : [];
  const wanted = listed.find((camera) => fieldOf(camera, 'id') === id);
  if (wanted === undefined || typeof wanted !== 'object') {
    const names = listed.map((camera) => fieldOf(camera, 'id'));
    const message = `${path}: has no camera "${id}"; its cameras are ${quoted(names) || 'none'}`;
    return fail('no-camera', message);
  }
  const calibration = calibrationIn(fieldOf(wanted, 'calibration'));
  const alone = {
    ...Object(file.value),
    cameras: [{ ...wanted, calibration: calibration ?? PLACEHOLDER }],
  };
  const parsed = parseEdgeSettings(alone, environment);
  if (!parsed.ok) {
    const lines = faultLines(parsed.faults, alone).map((line) => `${path}: ${line}`);
    return fail('invalid-settings', lines.join('\n'));
  }
  const [camera] = parsed.value.cameras;
  const folder = dirname(resolve(path));
  const venue = await readVenue(resolve(folder, parsed.value.venue));
  if (!venue.ok) return venue;
  if (camera === undefined || !venue.value.cameras.some((defined) => defined.id === id)) {
    const message = `${path}: the venue has no camera "${id}"; add it with its area to ${parsed.value.venue}`;
    return fail('no-camera', message);
  }
  return ok({ path: resolve(path), folder, camera, venue: venue.value, calibration });
};

/** A text file that the user named. */
export const readText = async (path: string): Promise<Result<string, 'unreadable'>> => {
  const text = await readFile(path, 'utf8').catch(() => undefined);
  return text === undefined
    ? fail('unreadable', `${path}: there is no such file, or it may not be read`)
    : ok(text);
};
