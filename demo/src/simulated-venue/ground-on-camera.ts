import { toPolygon, type VenueDefinition } from '@throng/contract';
import { containsPoint, type Point } from '@throng/crowd';

/** Persons in a zone and on ground that a camera answers for: those the product is asked to count. */
export const personsOnCamera = (
  { zones, cameras }: VenueDefinition,
  seeing: ReadonlySet<string>,
): ((people: readonly Point[]) => number) => {
  const places = zones.map(({ polygon }) => toPolygon(polygon));
  const areas = cameras.filter(({ id }) => seeing.has(id)).map(({ area }) => toPolygon(area));
  return (people) =>
    people.filter(
      (person) =>
        areas.some((area) => containsPoint(area, person)) &&
        places.some((place) => containsPoint(place, person)),
    ).length;
};
