import { fail, ok, type Result, type VenueDefinition } from '@throng/contract';
import { scaledMasks } from '../masks/mask-spans.js';
import { maskView } from '../masks/mask-view.js';
import { type CameraView, makeCameraView } from '../stages/camera-view.js';
import type { CameraSettings, EdgeSettings } from './edge-settings.js';

/** The view of one camera of the settings: what is checked before the start is what then runs. */
export const viewOf = (
  camera: CameraSettings,
  { settings, venue }: { readonly settings: EdgeSettings; readonly venue: VenueDefinition },
): Result<CameraView> => {
  const defined = venue.cameras.find(({ id }) => id === camera.id);
  if (defined === undefined) return fail('no-camera', `the venue has no camera "${camera.id}"`);
  const view = makeCameraView({
    camera: camera.id,
    area: defined.area,
    zones: venue.zones,
    calibration: camera.calibration,
    width: camera.width,
    cellSize: settings.window.cellSize,
  });
  if (!view.ok) return view;
  const masks = scaledMasks(camera.masks, camera.calibration.imageSize, view.value.size);
  const masked = maskView(view.value, masks);
  return masked.ownedArea.some((ground) => ground > 0)
    ? ok(masked)
    : fail('all-masked', `the masks of "${camera.id}" leave none of its ground; make them smaller`);
};
