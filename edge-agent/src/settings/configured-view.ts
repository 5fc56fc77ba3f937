import { fail, type Result, type VenueDefinition } from '@throng/contract';
import { type CameraView, makeCameraView } from '../stages/camera-view.js';
import type { CameraSettings, EdgeSettings } from './edge-settings.js';

/** The view of one camera of the settings: what is checked before the start is what then runs. */
export const viewOf = (
  camera: CameraSettings,
  { settings, venue }: { readonly settings: EdgeSettings; readonly venue: VenueDefinition },
): Result<CameraView> => {
  const defined = venue.cameras.find(({ id }) => id === camera.id);
  if (defined === undefined) return fail('no-camera', `the venue has no camera "${camera.id}"`);
  return makeCameraView({
    camera: camera.id,
    area: defined.area,
    zones: venue.zones,
    calibration: camera.calibration,
    width: camera.width,
    cellSize: settings.window.cellSize,
  });
};
