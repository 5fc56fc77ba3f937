import { type PassageDefinition, toPoint, toPolygon, type ZoneDefinition } from '@throng/contract';
import { centroid, orientation, type Point } from '@throng/crowd';

/**
 * The direction of "in" (from → to) across a passage's line, in radians clockwise from north.
 * Told by the side on which the zones lie, so that it holds whichever way the line was drawn.
 */
export const passageHeading = (
  passage: PassageDefinition,
  zones: readonly ZoneDefinition[],
): number => {
  const [from, to] = passage.line.map(toPoint);
  if (from === undefined || to === undefined) return 0;
  const sideOf = (zone: string): number => {
    const centre = zoneCentre(zones, zone);
    return centre === undefined ? 0 : Math.sign(orientation(from, to, centre));
  };
  const side = sideOf(passage.to) || -sideOf(passage.from) || 1;
  return Math.atan2(-(to.y - from.y) * side, (to.x - from.x) * side);
};

const zoneCentre = (zones: readonly ZoneDefinition[], id: string): Point | undefined => {
  const zone = zones.find((candidate) => candidate.id === id);
  return zone === undefined ? undefined : centroid(toPolygon(zone.polygon));
};
