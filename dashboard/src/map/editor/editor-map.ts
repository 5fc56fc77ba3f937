import Collection from 'ol/Collection.js';
import MousePosition from 'ol/control/MousePosition.js';
import ScaleLine from 'ol/control/ScaleLine.js';
import { altKeyOnly, never } from 'ol/events/condition.js';
import type Feature from 'ol/Feature.js';
import type Draw from 'ol/interaction/Draw.js';
import Modify from 'ol/interaction/Modify.js';
import Snap from 'ol/interaction/Snap.js';
import Translate from 'ol/interaction/Translate.js';
import OlMap from 'ol/Map.js';
import type MapBrowserEvent from 'ol/MapBrowserEvent.js';
import Projection from 'ol/proj/Projection.js';
import View from 'ol/View.js';
import { cornerAt, featuresAt, nextAt } from '../../state/editor/hits.js';
import {
  cornersOf,
  type EditedVenue,
  type FeatureRef,
  featureAt,
  isSame,
} from '../../state/editor/venue-draft.js';
import { mapInteractions } from '../map-interactions.js';
import { mapPalettes } from '../palette.js';
import { passageHeading } from '../passage-heading.js';
import { venueExtent } from '../venue-extent.js';
import { drawInteraction, isSketching } from './draw-interaction.js';
import { cornersOnMap, editorLayers } from './editor-layers.js';
import { editorPalettes } from './editor-palette.js';
import type { EditorMap, EditorMapActs, EditorScene } from './editor-scene.js';
import { featureStyles, handleStyles } from './editor-styles.js';
import { floorPlanLayer } from './floor-plan-layer.js';
import { gridLayer } from './grid-layer.js';
import { gridSnap } from './grid-snap.js';

/** Pixels within which a corner is meant: a mouse's, a finger's. */
const reachOf = (pointer: string): number => (pointer === 'mouse' ? 10 : 24);

const isCoarse = matchMedia('(pointer: coarse)');
/** Pixels left free round the venue, for what lies over the map: top, right, bottom, left. */
const PADDING = [64, 64, 80, 64];

export const createEditorMap = (
  target: HTMLElement,
  initial: EditorScene,
  acts: EditorMapActs,
): EditorMap => {
  let scene = initial;
  const projection = new Projection({ code: `drawing-${initial.venue.id}`, units: 'm' });
  const palette = () => editorPalettes[scene.scheme];
  const plan = () => mapPalettes[scene.scheme];
  const layers = editorLayers();
  const picture = floorPlanLayer(projection, palette);
  const paper = gridLayer(() => scene.grid, palette);
  paper.layer.setZIndex(-1);

  const held = new Collection<Feature>();
  const tolerance = isCoarse.matches ? 22 : 10;
  const modify = new Modify({
    features: held,
    pixelTolerance: tolerance,
    deleteCondition: never,
    condition: (event) => !altKeyOnly(event),
    insertVertexCondition: () => scene.selected?.list !== 'passages',
  });
  const translate = new Translate({ features: held, hitTolerance: tolerance });
  const carried = new Collection<Feature>();
  const carry = new Translate({ features: carried });
  // What is in hand must not be drawn back to where it was.
  const others = new Collection<Feature>();
  const snap = new Snap({ features: others, pixelTolerance: isCoarse.matches ? 16 : 10 });
  const map = new OlMap({
    target,
    controls: [
      new ScaleLine({ units: 'metric', minWidth: 72 }),
      new MousePosition({
        className: 'pointer-place',
        coordinateFormat: ([x = 0, y = 0] = []) => `${x.toFixed(2)}  ${y.toFixed(2)} m`,
        placeholder: '',
      }),
    ],
    interactions: mapInteractions({ doubleClickZoom: false }).extend([
      modify,
      translate,
      carry,
      gridSnap(() => scene.grid),
      snap,
    ]),
    layers: [...picture.layers, paper.layer, ...layers.layers],
    view: new View({
      projection,
      center: [0, 0],
      resolution: 1,
      minResolution: 0.002,
      enableRotation: false,
    }),
  });
  const view = map.getView();
  let isWhole = true;
  const fit = () => {
    isWhole = true;
    view.fit(extentOf(scene.venue), { padding: PADDING });
    paper.draw(map);
  };
  map.on('change:size', () => {
    if (isWhole) fit();
  });
  map.on('movestart', () => {
    if (view.getInteracting()) isWhole = false;
  });
  map.on('moveend', () => paper.draw(map));

  let begun: readonly number[] | undefined;
  modify.on('modifystart', ({ mapBrowserEvent }) => {
    begun = mapBrowserEvent?.pixel;
  });
  const tell = ([feature]: readonly Feature[]) => {
    const ref = feature && layers.refOf(feature);
    if (ref !== undefined) acts.shaped(ref, cornersOnMap(feature?.getGeometry()));
  };
  modify.on('modifyend', ({ features, mapBrowserEvent }) => {
    const ended = mapBrowserEvent?.pixel;
    // A press on an edge that goes nowhere was a choice, not a new corner.
    if (begun?.[0] === ended?.[0] && begun?.[1] === ended?.[1]) redraw();
    else tell(features.getArray());
  });
  translate.on('translateend', ({ features }) => tell(features.getArray()));
  carry.on('translateend', ({ coordinate, startCoordinate }) => {
    const [[x = 0, y = 0], [x0 = 0, y0 = 0]] = [coordinate, startCoordinate];
    acts.planMoved([x - x0, y - y0]);
  });

  map.on('click', (event: MapBrowserEvent) => {
    if (scene.tool !== 'select' && scene.tool !== 'move') return;
    const resolution = view.getResolution() ?? 1;
    const { originalEvent } = event;
    const pointer = originalEvent instanceof PointerEvent ? originalEvent.pointerType : 'mouse';
    const [x = 0, y = 0] = map.getCoordinateFromPixel(map.getEventPixel(originalEvent));
    const reach = reachOf(pointer) * resolution;
    const corner = cornerAt(scene.venue, scene.selected, { x, y }, reach);
    if (corner !== null && scene.selected !== null) {
      if (altKeyOnly(event)) acts.cornerRemoved(scene.selected, corner);
      else acts.cornerChosen(corner);
      return;
    }
    const hits = featuresAt(scene.venue, { x, y }, reach).filter(({ list }) => isShown(list));
    acts.chosen(nextAt(hits, scene.selected));
  });

  const isShown = (list: FeatureRef['list']): boolean =>
    list !== 'cameras' ||
    scene.areCamerasShown ||
    scene.tool === 'camera' ||
    scene.selected?.list === 'cameras';

  const styleOf = (ref: FeatureRef, resolution: number) => {
    const feature = featureAt(scene.venue, ref);
    if (feature === undefined) return [];
    const isSelected = isSame(ref, scene.selected);
    const styles = featureStyles({
      feature,
      isSelected,
      isWrong: scene.wrong.some((each) => isSame(each, ref)),
      heading: feature.list === 'passages' ? passageHeading(feature.value, scene.venue.zones) : 0,
      palette: palette(),
      plan: plan(),
    });
    if (!isSelected) return styles;
    const shape = { corner: scene.corner, corners: cornersOf(feature), list: ref.list };
    return [...styles, ...handleStyles(shape, palette(), plan(), resolution)];
  };

  const redraw = () => {
    layers.draw(scene.venue, isShown, styleOf);
    held.clear();
    const feature = scene.selected && layers.find(scene.selected);
    if (feature) held.push(feature);
    const isHeld = scene.tool === 'select' || scene.tool === 'move';
    others.clear();
    others.extend(layers.everything.getFeatures().filter((each) => !isHeld || each !== feature));
  };

  let draw: Draw | null = null;
  const takeTool = () => {
    if (draw !== null) map.removeInteraction(draw);
    draw = null;
    modify.setActive(scene.tool === 'select');
    translate.setActive(scene.tool === 'move');
    carry.setActive(scene.tool === 'move-plan');
    if (!isSketching(scene.tool)) return;
    draw = drawInteraction(scene.tool, () => ({ palette: palette(), plan: plan() }), acts);
    // What snaps must see the pointer first: the last one in does.
    const place = map.getInteractions().getArray().indexOf(modify);
    map.getInteractions().insertAt(place, draw);
  };

  const show = (next: EditorScene) => {
    const before = scene;
    scene = next;
    picture.show(next.venue.floorPlan, next.planOpacity, next.tool === 'move-plan');
    carried.clear();
    const frame = picture.frame();
    if (frame !== null) carried.push(frame);
    if (before.tool !== next.tool) takeTool();
    redraw();
    if (before.grid !== next.grid || before.scheme !== next.scheme) paper.draw(map);
  };
  takeTool();
  show(initial);
  if (map.getSize() !== undefined) fit();

  return {
    show,
    fit,
    zoom: (levels) => {
      isWhole = false;
      view.setZoom((view.getZoom() ?? 0) + levels);
    },
    finish: () => void draw?.finishDrawing(),
    takeBack: () => draw?.removeLastPoint(),
    abort: () => draw?.abortDrawing(),
    dispose: () => map.setTarget(undefined),
  };
};

/** All that is drawn, metres; a sheet of 50 × 30 m where nothing is. */
const extentOf = (venue: EditedVenue): number[] => {
  const { maxX, maxY, minX, minY } = venueExtent(venue);
  return minX < maxX && minY < maxY ? [minX, minY, maxX, maxY] : [0, 0, 50, 30];
};
