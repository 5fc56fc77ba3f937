import type { VenueDefinition } from '@throng/contract';
import Feature from 'ol/Feature.js';
import Point from 'ol/geom/Point.js';
import PolygonShape from 'ol/geom/Polygon.js';
import VectorLayer from 'ol/layer/Vector.js';
import VectorSource from 'ol/source/Vector.js';
import type { MarkedBottleneck } from '../state/bottlenecks.js';
import { bottleneckStyles } from './bottleneck-style.js';
import type { MapPalette } from './palette.js';
import type { Sight } from './plate-place.js';

/** Event time after which a mark is drawn again all the same: its age may have to be told. */
const REDRAWN_MS = 15_000;

/** The places that bind, above all else of the map; drawn anew only when they change or age. */
export const bottleneckLayer = (venue: VenueDefinition, palette: () => MapPalette) => {
  const labels = new Map(venue.zones.map(({ id, polygon }) => [id, labelPoint(polygon)]));
  const source = new VectorSource<Feature<Point>>();
  const layer = new VectorLayer({ source, declutter: true });
  let [shown, now] = ['', 0];

  const sightsBut = (place: string): Sight[] => [
    ...venue.zones.flatMap(({ id, name }) => {
      const [x, y] = labels.get(id) ?? [0, 0];
      return { kind: 'label' as const, x, y, half: [name.length * 3.6 + 10, 27] as const };
    }),
    ...venue.passages.flatMap(({ id }) => {
      const [x, y] = middleOf(venue, id) ?? [0, 0];
      return id === place ? [] : { kind: 'arrow' as const, x, y, half: [14, 18] as const };
    }),
  ];

  const featureOf = (bottleneck: MarkedBottleneck): Feature<Point>[] => {
    const { kind, place } = bottleneck;
    const middle = kind === 'zone' ? labels.get(place) : middleOf(venue, place);
    if (middle === undefined) return [];
    const feature = new Feature(new Point(middle));
    const look = { bottleneck, venue, sights: sightsBut(place) };
    feature.setStyle((_, resolution) =>
      bottleneckStyles({ ...look, palette: palette(), resolution, now }, middle),
    );
    return [feature];
  };

  return {
    layer,
    /** @param at event time, epoch milliseconds. */
    show: (marked: readonly MarkedBottleneck[], at: number) => {
      const next = JSON.stringify(marked);
      const isOlder = marked.length > 0 && Math.abs(at - now) >= REDRAWN_MS;
      if (next === shown && !isOlder) return;
      [shown, now] = [next, at];
      source.clear(true);
      source.addFeatures(marked.flatMap(featureOf));
    },
  };
};

/** Where the map library writes the label of a zone. */
const labelPoint = (corners: VenueDefinition['zones'][number]['polygon']): [number, number] => {
  const [x = 0, y = 0] = new PolygonShape([[...corners, ...corners.slice(0, 1)]])
    .getInteriorPoint()
    .getCoordinates();
  return [x, y];
};

const middleOf = ({ passages }: VenueDefinition, place: string): [number, number] | undefined => {
  const line = passages.find(({ id }) => id === place)?.line;
  if (line === undefined) return undefined;
  const [[x1, y1], [x2, y2]] = line;
  return [(x1 + x2) / 2, (y1 + y2) / 2];
};
