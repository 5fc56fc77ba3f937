import {
  type CameraDefinition,
  type PassageDefinition,
  toPolygon,
  toSegment,
  type VenueDefinition,
} from '@throng/contract';
import { containsPoint, edges, segmentsIntersect } from '@throng/crowd';

/** The cameras whose ground a passage's line touches: those that can count there. */
export const passageCameras = (
  { cameras }: Pick<VenueDefinition, 'cameras'>,
  { line }: Pick<PassageDefinition, 'line'>,
): CameraDefinition[] => {
  const across = toSegment(line);
  return cameras.filter(({ area }) => {
    const ground = toPolygon(area);
    return (
      containsPoint(ground, across.from) ||
      edges(ground).some((edge) => segmentsIntersect(edge, across))
    );
  });
};
