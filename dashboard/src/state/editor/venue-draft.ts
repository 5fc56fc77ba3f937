import type {
  CalendarDefinition,
  CameraDefinition,
  Coordinates,
  PassageDefinition,
  VenueDefinition,
  ZoneDefinition,
} from '@throng/contract';

/** A venue under the pencil: it may break rules until it is saved. */
export type EditedVenue = VenueDefinition;

/** What an engineer works on: all of it is undone, saved and put in force together. */
export interface VenueDraft {
  readonly venue: EditedVenue;
  readonly calendar: CalendarDefinition;
}

/** The lists of a venue that are drawn on the map. */
export const featureLists = ['zones', 'passages', 'cameras', 'walls'] as const;
export type FeatureList = (typeof featureLists)[number];

/** One thing on the map, by its place in its list: ids may be typed anew, and may clash meanwhile. */
export interface FeatureRef {
  readonly list: FeatureList;
  readonly index: number;
}

export const isSame = (a: FeatureRef | null, b: FeatureRef | null): boolean =>
  a?.list === b?.list && a?.index === b?.index;

export type Feature =
  | { readonly list: 'zones'; readonly value: ZoneDefinition }
  | { readonly list: 'passages'; readonly value: PassageDefinition }
  | { readonly list: 'cameras'; readonly value: CameraDefinition }
  | { readonly list: 'walls'; readonly value: Coordinates[] };

/** The thing itself; undefined where it is gone, as after an undo. */
export const featureAt = (venue: EditedVenue, { index, list }: FeatureRef): Feature | undefined => {
  if (list === 'zones') {
    const value = venue.zones[index];
    return value && { list, value };
  }
  if (list === 'passages') {
    const value = venue.passages[index];
    return value && { list, value };
  }
  if (list === 'cameras') {
    const value = venue.cameras[index];
    return value && { list, value };
  }
  const value = venue.walls?.[index];
  return value && { list, value };
};

/** The corners by which it is drawn: an open ring, or the points of a line. */
export const cornersOf = (feature: Feature): Coordinates[] => {
  if (feature.list === 'zones') return feature.value.polygon;
  if (feature.list === 'cameras') return feature.value.area;
  return feature.list === 'passages' ? feature.value.line : feature.value;
};

/** The fewest corners with which it is still one. */
export const leastCorners: Readonly<Record<FeatureList, number>> = {
  zones: 3,
  cameras: 3,
  passages: 2,
  walls: 2,
};

export const isRing = (list: FeatureList): boolean => leastCorners[list] === 3;
