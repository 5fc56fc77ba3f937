import { type Ring, toPolygon, type VenueDefinition } from '@throng/contract';
import Feature from 'ol/Feature.js';
import type Geometry from 'ol/geom/Geometry.js';
import LineString from 'ol/geom/LineString.js';
import PolygonShape from 'ol/geom/Polygon.js';
import VectorLayer from 'ol/layer/Vector.js';
import VectorSource from 'ol/source/Vector.js';
import type { StyleFunction } from 'ol/style/Style.js';
import type { MapPalette } from './palette.js';
import { passageHeading } from './passage-heading.js';
import { cameraStyle, floorStyle, passageStyles, wallStyle } from './plan-style.js';

/** The map library wants its rings closed; ours are open. */
const ring = (corners: Ring) => new PolygonShape([[...corners, ...corners.slice(0, 1)]]);

const layerOf = (
  features: Feature<Geometry>[],
  style: StyleFunction,
  options: { declutter?: boolean } = {},
) => new VectorLayer({ source: new VectorSource({ features }), style, ...options });

/** The unmoving parts of the plan as layers; `palette` is read anew at each drawing. */
export const venueLayers = (venue: VenueDefinition, palette: () => MapPalette) => {
  const zoneFeatures = venue.zones.map((zone) => {
    const feature = new Feature(ring(zone.polygon));
    feature.setId(zone.id);
    return feature;
  });
  const zones = new VectorLayer({
    source: new VectorSource({ features: zoneFeatures }),
    declutter: true,
  });
  const cameras = layerOf(
    venue.cameras.map(({ area, name }) => new Feature({ geometry: ring(area), name })),
    (feature) => cameraStyle(feature, palette()),
  );
  cameras.setVisible(false);
  return {
    floor: layerOf(
      venue.zones.map(({ polygon }) => new Feature(ring(polygon))),
      () => floorStyle(palette()),
    ),
    walls: layerOf(
      (venue.walls ?? []).map((wall) => new Feature(new LineString(wall))),
      () => wallStyle(palette()),
    ),
    passages: layerOf(
      venue.passages.map(
        (passage) =>
          new Feature({
            geometry: new LineString(passage.line),
            passage,
            heading: passageHeading(passage, venue.zones),
          }),
      ),
      (feature, resolution) =>
        passageStyles(feature.get('passage'), feature.get('heading'), palette(), resolution),
      { declutter: true },
    ),
    cameras,
    zones,
    polygons: venue.zones.map(({ polygon }) => toPolygon(polygon)),
  };
};
