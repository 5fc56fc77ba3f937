import { type PassageState, type Ring, toPolygon, type VenueDefinition } from '@throng/contract';
import Feature from 'ol/Feature.js';
import type Geometry from 'ol/geom/Geometry.js';
import LineString from 'ol/geom/LineString.js';
import PolygonShape from 'ol/geom/Polygon.js';
import VectorLayer from 'ol/layer/Vector.js';
import VectorSource from 'ol/source/Vector.js';
import type { StyleFunction } from 'ol/style/Style.js';
import type { MapPalette } from './palette.js';
import { passageHeading } from './passage-heading.js';
import { passageStyles } from './passage-style.js';
import { cameraStyle, floorStyle, wallStyle } from './plan-style.js';

/** The map library wants its rings closed; ours are open. */
const ring = (corners: Ring) => new PolygonShape([[...corners, ...corners.slice(0, 1)]]);

/** Over a picture of the floor the zones' ground lets it through. */
const OVER_PICTURE = 0.6;

/** A layer of features that each know their own style. */
const layerOf = (
  features: Feature<Geometry>[],
  options: { declutter?: boolean; opacity?: number } = {},
) => new VectorLayer({ source: new VectorSource({ features }), ...options });

const styled = (shape: Geometry, style: StyleFunction): Feature<Geometry> => {
  const feature = new Feature(shape);
  feature.setStyle(style);
  return feature;
};

/** What is told of a passage now, and whether its panel is open. */
export interface PassageNow {
  readonly state: PassageState | undefined;
  readonly isSelected: boolean;
}

/**
 * The plan as layers; `palette` and what passes the passages are read anew at each drawing. The zones
 * get their style later.
 */
export const venueLayers = (
  venue: VenueDefinition,
  palette: () => MapPalette,
  nowOf: (passage: string) => PassageNow,
) => {
  const zones = venue.zones.map((zone) => {
    const feature = new Feature<Geometry>(ring(zone.polygon));
    feature.setId(zone.id);
    return feature;
  });
  const floor = venue.zones.map(({ polygon }) =>
    styled(ring(polygon), () => floorStyle(palette())),
  );
  const walls = (venue.walls ?? []).map((wall) =>
    styled(new LineString(wall), () => wallStyle(palette())),
  );
  const cameras = venue.cameras.map(({ area, name }) =>
    styled(ring(area), () => cameraStyle(name, palette())),
  );
  const passages = venue.passages.map((passage) => {
    const heading = passageHeading(passage, venue.zones);
    return styled(new LineString(passage.line), (_, resolution) =>
      passageStyles({
        passage,
        heading,
        ...nowOf(passage.id),
        palette: palette(),
        resolution,
      }),
    );
  });
  return {
    floor: layerOf(floor, venue.floorPlan === undefined ? {} : { opacity: OVER_PICTURE }),
    walls: layerOf(walls),
    passages: layerOf(passages, { declutter: true }),
    cameras: layerOf(cameras),
    zones: layerOf(zones, { declutter: true }),
    polygons: venue.zones.map(({ polygon }) => toPolygon(polygon)),
  };
};
