import type { Fault, FleetFault, FleetSettings } from '@throng/contract';
import { cameraIds, withPushed } from './overlay.js';

/** What cannot be right of a push, whatever else the box's own file says: streams it has not, none left. */
export const missingCameras = (file: unknown, pushed: FleetSettings): FleetFault[] => {
  const own = new Set(cameraIds(file));
  const unknown = (pushed.cameras ?? []).filter(({ id }) => !own.has(id));
  const isNoneLeft = cameraIds(withPushed(file, pushed)).length === 0;
  return [
    ...unknown.map(
      ({ id }): FleetFault => ({ code: 'unknown-camera', field: 'camera', camera: id }),
    ),
    ...(isNoneLeft ? [{ code: 'no-camera-left', field: 'enabled' } as const] : []),
  ];
};

const ofCamera = (rest: readonly string[], camera: string | undefined): FleetFault => {
  const [field, index] = rest;
  const named = camera === undefined ? {} : { camera };
  switch (field) {
    case 'calibration':
      return { code: 'bad-calibration', field, ...named };
    case 'masks':
      return { code: index === undefined ? 'all-masked' : 'bad-mask', field, ...named };
    case 'framesPerSecond':
      return { code: 'does-not-fit', field, ...named };
    case 'id': // the venue has no such camera, or gives it to another edge
      return { code: 'does-not-fit', field: 'venue', ...named };
    default:
      return { code: 'does-not-fit', field: 'camera', ...named };
  }
};

/** Says a fault of the settings that a push makes as a code with its place, without its text (P3). */
const codeOf = ({ path }: Fault, cameras: readonly string[]): FleetFault => {
  const [, first, second, ...rest] = path.split('/');
  if (first === 'cameras') return ofCamera(rest, cameras[Number(second)]);
  if (path === '/window/cellSize') return { code: 'too-many-cells', field: 'calibration' };
  if (first === 'localAlarm') return { code: 'does-not-fit', field: 'localAlarm' };
  return { code: 'does-not-fit', field: 'document' };
};

/** All faults of what a push makes of the box's file, each once. */
export const codedFaults = (
  faults: readonly Fault[],
  file: unknown,
  pushed: FleetSettings,
): FleetFault[] => {
  const cameras = cameraIds(withPushed(file, pushed));
  const coded = faults.map((fault) => codeOf(fault, cameras));
  const seen = new Map(coded.map((fault) => [JSON.stringify(fault), fault]));
  return [...seen.values()];
};
