import { type Coordinates, ok, type Result, toIdentifier } from '@throng/contract';
import { estimateCameraPosition } from '@throng/crowd';
import type { Calibration } from '../settings/calibration-settings.js';
import { calibrate } from '../stages/calibrate.js';
import { type CameraView, makeCameraView } from '../stages/camera-view.js';
import { workingSize } from '../stages/working-size.js';

/** Metres on the ground that one pixel may span along the line of sight for a place to be judged. */
const REACH_PER_PIXEL = 0.25;

/** Metres from the camera beyond which nothing is judged, whatever the lens. */
const FARTHEST = 60;

const CORNERS = 64;

/** Metres from the camera's foot point at which (d² + h²)/(h·f) = `REACH_PER_PIXEL`. */
const reach = (height: number, focalPixels: number | undefined): number => {
  if (focalPixels === undefined) return FARTHEST;
  const squared = REACH_PER_PIXEL * height * focalPixels - height ** 2;
  return Math.min(FARTHEST, Math.sqrt(Math.max(squared, height ** 2)));
};

/** The ground within reach of the lens, as a polygon round its foot point. */
const withinReach = (
  calibration: Calibration,
  width: number,
): Result<Coordinates[], 'not-calibrated'> => {
  const [pictureWidth, pictureHeight] = calibration.imageSize;
  const size = workingSize({ width: pictureWidth, height: pictureHeight }, width);
  const projection = calibrate(calibration, size);
  if (!projection.ok) return projection;
  const { cameraPosition, footToGround } = projection.value;
  const radius = reach(cameraPosition.z, estimateCameraPosition(footToGround, size)?.focalPixels);
  return ok(
    Array.from({ length: CORNERS }, (_, corner): Coordinates => {
      const angle = (2 * Math.PI * corner) / CORNERS;
      return [
        cameraPosition.x + radius * Math.cos(angle),
        cameraPosition.y + radius * Math.sin(angle),
      ];
    }),
  );
};

/** How an evaluation looks. */
export interface EvaluationLook {
  /** Greatest width that the models see, pixels. */
  readonly width: number;
  readonly cellSize: number;
  /** The ground to judge, where the truth names it. */
  readonly area?: readonly Coordinates[] | undefined;
}

/**
 * What an evaluation measures on: the ground on which a person is seen from head to foot, up to
 * the distance at which a pixel spans a quarter of a metre along the line of sight. It follows
 * from the calibration alone, so that the people have no say in it; or the ground that is named.
 */
export const evaluationView = (
  calibration: Calibration,
  { area: named, cellSize, width }: EvaluationLook,
): Result<CameraView> => {
  const ground = named === undefined ? withinReach(calibration, width) : ok([...named]);
  if (!ground.ok) return ground;
  const area = ground.value;
  const zone = { id: toIdentifier('view'), name: 'View', kind: 'walkway', polygon: area } as const;
  return makeCameraView({ camera: 'camera', area, zones: [zone], calibration, width, cellSize });
};
