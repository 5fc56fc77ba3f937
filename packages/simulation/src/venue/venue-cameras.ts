import { toPolygon } from '@throng/contract';
import type { PointPair, Polygon } from '@throng/crowd';
import { calibrationPairs } from '../camera/calibration-pairs.js';
import { type Camera, createCamera } from '../camera/camera.js';
import type { SimulatedVenue } from './simulated-venue.js';

/** A camera of the venue: what it sees, the ground it answers for, and its calibration. */
export interface VenueCamera {
  readonly id: string;
  readonly camera: Camera;
  readonly area: Polygon;
  readonly pairs: readonly PointPair[];
}

/** The venue's cameras that hang somewhere, in the file's order. */
export const venueCameras = ({ venue, simulation }: SimulatedVenue): VenueCamera[] =>
  simulation.cameras.flatMap((pose) => {
    const definition = venue.cameras.find(({ id }) => id === pose.camera);
    if (definition === undefined) return [];
    const [x, y, z] = pose.position;
    const [lookX, lookY, lookZ] = pose.lookAt;
    const camera = createCamera({
      position: { x, y, z },
      lookAt: { x: lookX, y: lookY, z: lookZ },
      fieldOfView: pose.fieldOfView,
      width: pose.width,
      height: pose.height,
    });
    const area = toPolygon(definition.area);
    return [{ id: pose.camera, camera, area, pairs: calibrationPairs(camera, area) }];
  });
