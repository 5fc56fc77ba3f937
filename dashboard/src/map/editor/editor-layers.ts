import type { Coordinates } from '@throng/contract';
import Feature from 'ol/Feature.js';
import LineString from 'ol/geom/LineString.js';
import Polygon from 'ol/geom/Polygon.js';
import VectorLayer from 'ol/layer/Vector.js';
import VectorSource from 'ol/source/Vector.js';
import type Style from 'ol/style/Style.js';
import {
  cornersOf,
  type EditedVenue,
  type FeatureList,
  type FeatureRef,
  featureAt,
  featureLists,
  isRing,
} from '../../state/editor/venue-draft.js';

/** Each list lies on a layer of its own, the small things on top. */
const order: Readonly<Record<FeatureList, number>> = {
  zones: 1,
  cameras: 2,
  walls: 3,
  passages: 4,
};

const keyOf = ({ index, list }: FeatureRef): string => `${list}/${index}`;

/** The map library wants rings closed; ours are open. */
const shapeOf = (list: FeatureList, corners: Coordinates[]): Polygon | LineString =>
  isRing(list) ? new Polygon([[...corners, ...corners.slice(0, 1)]]) : new LineString(corners);

/** The corners that a shape on the map has now. */
export const cornersOnMap = (shape: unknown): readonly number[][] => {
  if (shape instanceof LineString) return shape.getCoordinates();
  return shape instanceof Polygon ? (shape.getCoordinates()[0] ?? []).slice(0, -1) : [];
};

/** The things of a venue on their layers, all in one source to snap to. */
export const editorLayers = () => {
  const everything = new VectorSource<Feature>();
  const lists = featureLists.map((list) => {
    const source = new VectorSource<Feature>();
    // On a small screen names give way to each other; no shape does.
    const layer = new VectorLayer({
      ...{ source, zIndex: order[list] },
      ...{ declutter: true, updateWhileInteracting: true },
    });
    return { list, source, layer };
  });
  const refs = new WeakMap<Feature, FeatureRef>();
  return {
    everything,
    layers: lists.map(({ layer }) => layer),
    refOf: (feature: Feature): FeatureRef | undefined => refs.get(feature),
    find: (ref: FeatureRef): Feature | null => everything.getFeatureById(keyOf(ref)),
    /** Draws what is shown of the venue anew; the look of each thing is asked for at each drawing. */
    draw: (
      venue: EditedVenue,
      isShown: (list: FeatureList) => boolean,
      styleOf: (ref: FeatureRef, resolution: number) => Style[],
    ) => {
      everything.clear();
      for (const { list, source } of lists) {
        source.clear();
        if (!isShown(list)) continue;
        const count = list === 'walls' ? (venue.walls?.length ?? 0) : venue[list].length;
        const features = Array.from({ length: count }, (_, index) => {
          const ref = { list, index };
          const thing = featureAt(venue, ref);
          const feature = new Feature(shapeOf(list, thing === undefined ? [] : cornersOf(thing)));
          feature.setId(keyOf(ref));
          feature.setStyle((_, resolution) => styleOf(ref, resolution));
          refs.set(feature, ref);
          return feature;
        });
        source.addFeatures(features);
        everything.addFeatures(features);
      }
    },
  };
};
