import { toPolygon, type VenueDefinition } from '@throng/contract';
import { containsPoint } from '@throng/crowd';
import ScaleLine from 'ol/control/ScaleLine.js';
import { getHeight, getWidth } from 'ol/extent.js';
import OlMap from 'ol/Map.js';
import Projection from 'ol/proj/Projection.js';
import View from 'ol/View.js';
import { bottlenecks } from '../state/bottlenecks.js';
import type { Picture } from '../state/picture.js';
import { zoneRows } from '../state/zone-order.js';
import { bottleneckLayer } from './bottleneck-layer.js';
import { type Padding, paddingBeside } from './free-room.js';
import { heatLayer } from './heat-layer.js';
import { heatPainter } from './heat-painter.js';
import { mapInteractions, prefersStillness } from './map-interactions.js';
import { type ColourScheme, mapPalettes } from './palette.js';
import { passageHeading } from './passage-heading.js';
import { passageAt } from './passage-hit.js';
import { venueExtent } from './venue-extent.js';
import { venueLayers } from './venue-layers.js';
import { zoneStyles } from './zone-style.js';

/** What the map shows. */
export interface MapScene {
  readonly picture: Picture;
  /** Event time, epoch milliseconds. */
  readonly now: number;
  readonly selectedZone: string | null;
  readonly selectedPassage: string | null;
  readonly scheme: ColourScheme;
  readonly areCamerasShown: boolean;
}

/** The live plan of one venue in one element, in metres, north up. */
export interface VenueMap {
  readonly show: (scene: MapScene) => void;
  /** Brings the whole venue into view. */
  readonly fit: () => void;
  readonly zoom: (levels: number) => void;
  readonly dispose: () => void;
}

/** What lies over the map, and what is told of a click: on the ground, or on a passage where somebody asks for those. */
export interface MapSurroundings {
  /** Elements that the whole venue is shown beside, as they are now. */
  readonly coveredBy: () => Iterable<Element>;
  readonly onZone: (zone: string | null) => void;
  readonly onPassage?: ((passage: string) => void) | undefined;
}

export const createVenueMap = (
  target: HTMLElement,
  venue: VenueDefinition,
  { coveredBy, onPassage, onZone }: MapSurroundings,
): VenueMap => {
  const { minX, minY, maxX, maxY } = venueExtent(venue);
  const extent = [minX, minY, maxX, maxY];
  const projection = new Projection({ code: `venue-${venue.id}`, units: 'm', extent });
  let scheme: ColourScheme = 'dark';
  const palette = () => mapPalettes[scheme];
  let flowing: Picture['passages'] = new Map();
  let selectedPassage: string | null = null;
  const layers = venueLayers(venue, palette, (passage) => ({
    state: flowing.get(passage),
    isSelected: passage === selectedPassage,
  }));
  const heat = heatLayer(projection, layers.polygons);
  const paint = heatPainter(venue);
  const { floor, walls, passages, cameras, zones } = layers;
  const binding = bottleneckLayer(venue, palette);
  const map = new OlMap({
    target,
    controls: [new ScaleLine({ units: 'metric', minWidth: 56, maxWidth: 130 })],
    interactions: mapInteractions(),
    layers: [floor, heat.layer, walls, passages, cameras, zones, binding.layer],
    view: new View({
      projection,
      center: [0, 0],
      resolution: 1,
      minResolution: 0.02,
      enableRotation: false,
    }),
  });
  const lights: ((scheme: ColourScheme) => void)[] = [];
  if (venue.floorPlan !== undefined) {
    const { floorPlan } = venue;
    // Most venues have none, so that it is not part of the first load. Where it fails, the map does without.
    void import('./floor-plan-layer.js').then(
      ({ floorPlanLayer }) => {
        const { layer, light } = floorPlanLayer(floorPlan, projection);
        light(scheme);
        lights.push(light);
        map.addLayer(layer);
      },
      () => {},
    );
  }
  const view = map.getView();
  // A view that nobody has touched goes on showing the whole venue, whatever the page's size.
  let isWhole = true;
  const fit = () => {
    isWhole = true;
    const over = [...coveredBy()].map((element) => element.getBoundingClientRect());
    const padding = paddingBeside(target.getBoundingClientRect(), over, USUAL);
    target.dataset.padding = padding.map(Math.round).join(' ');
    view.fit(extent, { padding: [...padding] });
  };
  map.on('change:size', () => {
    if (isWhole) fit();
  });
  if (map.getSize() !== undefined) fit();
  map.on('movestart', () => {
    if (view.getInteracting()) isWhole = false;
  });

  const headed = venue.passages.map((passage) => ({
    passage,
    heading: passageHeading(passage, venue.zones),
  }));
  map.on('singleclick', ({ coordinate: [x = 0, y = 0] }) => {
    const drawn = headed.map((each) => ({ ...each, state: flowing.get(each.passage.id) }));
    const passage = onPassage && passageAt(drawn, { x, y }, view.getResolution() ?? 1);
    if (onPassage !== undefined && passage != null) {
      onPassage(passage);
      return;
    }
    const hit = venue.zones.find(({ polygon }) => containsPoint(toPolygon(polygon), { x, y }));
    onZone(hit?.id ?? null);
  });

  return {
    show: (scene) => {
      if (scheme !== scene.scheme) {
        scheme = scene.scheme;
        for (const layer of [floor, walls, passages, cameras, binding.layer]) layer.changed();
        for (const light of lights) light(scheme);
      }
      if (flowing !== scene.picture.passages || selectedPassage !== scene.selectedPassage) {
        flowing = scene.picture.passages;
        selectedPassage = scene.selectedPassage;
        passages.changed();
      }
      cameras.setVisible(scene.areCamerasShown);
      const marked = bottlenecks(scene.picture);
      const queued = new Set(marked.flatMap(({ queue }) => queue));
      binding.show(marked, scene.now);
      heat.show({ image: paint(scene.picture.grids), palette: palette() });
      const rows = new Map(zoneRows(scene.picture).map((row) => [row.zone.id, row]));
      zones.setStyle((feature, resolution) => {
        const row = rows.get(String(feature.getId()));
        const shape = feature.getGeometry();
        if (row === undefined || shape === undefined) return [];
        return zoneStyles({
          row,
          isSelected: row.zone.id === scene.selectedZone,
          isInQueue: queued.has(row.zone.id),
          palette: palette(),
          now: scene.now,
          room: {
            width: getWidth(shape.getExtent()) / resolution,
            height: getHeight(shape.getExtent()) / resolution,
          },
        });
      });
    },
    fit,
    zoom: (levels) => {
      isWhole = false;
      view.animate({
        zoom: (view.getZoom() ?? 0) + levels,
        duration: prefersStillness.matches ? 0 : 150,
      });
    },
    dispose: () => map.setTarget(undefined),
  };
};

/** Pixels left free at least: above, for the scale; elsewhere, for marks that reach over an edge. */
const USUAL: Padding = [44, 12, 12, 12];
