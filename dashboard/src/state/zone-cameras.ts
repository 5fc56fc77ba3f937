import { type CameraDefinition, toPolygon, type VenueDefinition } from '@throng/contract';
import { area, intersectionArea } from '@throng/crowd';

/** A camera and the share (0…1) of a zone's area that it answers for. */
export interface ZoneCamera {
  readonly camera: CameraDefinition;
  readonly share: number;
}

/** Corners that touch by rounding are no shared ground. */
const LEAST_SHARE = 0.005;

/** The cameras behind a zone, the largest share first. */
export const zoneCameras = (venue: VenueDefinition, zone: string): ZoneCamera[] => {
  const definition = venue.zones.find(({ id }) => id === zone);
  if (definition === undefined) return [];
  const polygon = toPolygon(definition.polygon);
  const size = area(polygon);
  return venue.cameras
    .map((camera) => ({
      camera,
      share: Math.min(1, intersectionArea(polygon, toPolygon(camera.area)) / size),
    }))
    .filter(({ share }) => share >= LEAST_SHARE)
    .sort((a, b) => b.share - a.share);
};
