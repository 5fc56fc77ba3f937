import type { Coordinates } from '@throng/contract';
import type { EditedVenue } from './venue-draft.js';

type Geometry =
  | { readonly type: 'Polygon'; readonly coordinates: Coordinates[][] }
  | { readonly type: 'LineString'; readonly coordinates: Coordinates[] };

export interface GeoFeature {
  readonly type: 'Feature';
  readonly geometry: Geometry;
  readonly properties: Readonly<Record<string, unknown>>;
}

export interface GeoCollection {
  readonly type: 'FeatureCollection';
  readonly features: readonly GeoFeature[];
}

/** GeoJSON closes its rings; ours are open. */
const ring = (corners: Coordinates[]): Geometry => ({
  type: 'Polygon',
  coordinates: [[...corners, ...corners.slice(0, 1)]],
});

const line = (corners: Coordinates[]): Geometry => ({ type: 'LineString', coordinates: corners });

const feature = (geometry: Geometry, properties: GeoFeature['properties']): GeoFeature => ({
  type: 'Feature',
  geometry,
  properties,
});

/**
 * The venue's drawing as GeoJSON in the venue's own metres, not in degrees: drawing programs take it so.
 * `kind` is zone, passage, camera or wall; a zone's own kind is `zoneKind`. All else keeps its name.
 */
export const toGeoJson = ({
  cameras,
  passages,
  walls = [],
  zones,
}: EditedVenue): GeoCollection => ({
  type: 'FeatureCollection',
  features: [
    ...zones.map(({ kind: zoneKind, polygon, ...rest }) =>
      feature(ring(polygon), { ...rest, kind: 'zone', zoneKind }),
    ),
    ...passages.map(({ line: corners, ...rest }) =>
      feature(line(corners), { ...rest, kind: 'passage' }),
    ),
    ...cameras.map(({ area, ...rest }) => feature(ring(area), { ...rest, kind: 'camera' })),
    ...walls.map((corners) => feature(line(corners), { kind: 'wall' })),
  ],
});
