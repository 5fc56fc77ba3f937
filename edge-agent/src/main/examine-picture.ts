import { type Identifier, type PictureFault, toTimestamp } from '@throng/contract';
import type { LoadedSettings } from '../adapters/files/read-settings.js';
import { statePaths } from '../adapters/state/state-paths.js';
import { calibrationName, readWatchMemory } from '../adapters/state/watch-memory-file.js';
import { broken, type Finding } from '../doctor/finding.js';
import type { CameraSettings } from '../settings/edge-settings.js';
import { FAULT_REMEDY } from '../watchdog/fault-remedy.js';

const FAULT_WORDS: Readonly<Record<PictureFault, string>> = {
  moved: 'looks elsewhere than when it was calibrated',
  covered: 'shows a picture without any detail: covered',
  frozen: 'shows the same picture again and again',
  blinded: 'shows nothing but light',
  dark: 'shows nothing but darkness',
};

/** What is wrong with a camera's picture, and what mends it. */
export const pictureFinding = (camera: Identifier, fault: PictureFault, since = ''): Finding =>
  broken(
    `picture ${camera}`,
    `${FAULT_WORDS[fault]}${since}`,
    FAULT_REMEDY[fault].replace('ID', camera),
  );

/** Whether the agent found the camera moved and nobody has looked since. */
export const examinePlace = async (
  camera: CameraSettings,
  loaded: LoadedSettings,
): Promise<Finding[]> => {
  const path = statePaths(loaded).watch(camera.id);
  const memory = await readWatchMemory(path, calibrationName(camera));
  const since = memory?.movedSince;
  if (since === undefined || !camera.watch.includes('moved')) return [];
  return [pictureFinding(camera.id, 'moved', `, since ${toTimestamp(since)}`)];
};
