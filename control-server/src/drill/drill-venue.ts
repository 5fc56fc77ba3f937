import { DRILL_MARK, type VenueDefinition } from '@throng/contract';

const LONGEST = 80;

const marked = (name: string): string => `${DRILL_MARK}${name}`.slice(0, LONGEST);

/**
 * The venue as a drill shows it: the same ground, with every name marked (SPEC DR2), so that no
 * sentence, title or label made of one is taken for real. Ids stay.
 */
export const drillVenue = (venue: VenueDefinition): VenueDefinition => ({
  ...venue,
  name: marked(venue.name),
  zones: venue.zones.map((zone) => ({ ...zone, name: marked(zone.name) })),
  passages: venue.passages.map((passage) => ({ ...passage, name: marked(passage.name) })),
  cameras: venue.cameras.map((camera) => ({ ...camera, name: marked(camera.name) })),
});
