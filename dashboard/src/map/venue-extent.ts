import { toPoint, type VenueDefinition } from '@throng/contract';
import { type BoundingBox, boundingBox } from '@throng/crowd';

/** The box round all that is drawn of a venue, metres. */
export const venueExtent = ({
  zones,
  walls = [],
  cameras,
  passages,
}: VenueDefinition): BoundingBox =>
  boundingBox(
    [
      ...zones.flatMap(({ polygon }) => polygon),
      ...walls.flat(),
      ...cameras.flatMap(({ area }) => area),
      ...passages.flatMap(({ line }) => line),
    ].map(toPoint),
  );
