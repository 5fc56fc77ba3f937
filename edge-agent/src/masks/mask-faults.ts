import type { Fault } from '@throng/contract';
import { polygonFault } from '@throng/crowd';
import type { CameraSettings } from '../settings/edge-settings.js';

/** Every mask that is no area inside the calibration's picture. */
export const maskFaults = (
  path: string,
  { masks, calibration }: Pick<CameraSettings, 'masks' | 'calibration'>,
): Fault[] => {
  const [width, height] = calibration.imageSize;
  return masks.flatMap((mask, index) => {
    const at = `${path}/masks/${index}`;
    const outside = mask.findIndex(([x, y]) => x > width || y > height);
    const corner = mask[outside];
    if (corner !== undefined) {
      const message = `[${corner.join(', ')}] lies outside the picture of ${width} × ${height} pixels; masks are given in pixels of calibration.imageSize`;
      return [{ path: `${at}/${outside}`, message }];
    }
    const fault = polygonFault(mask.map(([x, y]) => ({ x, y })));
    return fault === undefined ? [] : [{ path: at, message: fault.message }];
  });
};
