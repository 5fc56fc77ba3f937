import { never } from 'ol/events/condition.js';
import LineString from 'ol/geom/LineString.js';
import Polygon from 'ol/geom/Polygon.js';
import Draw from 'ol/interaction/Draw.js';
import type { Tool } from '../../state/editor/editor-state.js';
import type { MapPalette } from '../palette.js';
import type { EditorPalette } from './editor-palette.js';
import { sketchStyles } from './editor-styles.js';

/** What a tool draws: a ring, a line of any length, or one of two points. */
const shapes: Readonly<
  Record<Exclude<Tool, 'select' | 'move' | 'move-plan'>, 'ring' | 'line' | 'pair'>
> = {
  zone: 'ring',
  camera: 'ring',
  wall: 'line',
  passage: 'pair',
  split: 'pair',
  'scale-plan': 'pair',
};

export type SketchingTool = keyof typeof shapes;

export const isSketching = (tool: Tool): tool is SketchingTool => tool in shapes;

/** Pixels from the first point within which a tap closes a ring: as wide as a finger. */
const CLOSING_REACH = 18;

export interface DrawActs {
  readonly drawn: (tool: SketchingTool, corners: readonly number[][]) => void;
  /** Points placed so far; 0 when nothing is being drawn. */
  readonly sketched: (points: number) => void;
}

/** Draws one thing after the other with a tool, by mouse, pen or finger. */
export const drawInteraction = (
  tool: SketchingTool,
  look: () => { readonly palette: EditorPalette; readonly plan: MapPalette },
  { drawn, sketched }: DrawActs,
): Draw => {
  const shape = shapes[tool];
  const draw = new Draw({
    type: shape === 'ring' ? 'Polygon' : 'LineString',
    ...(shape === 'pair' ? { maxPoints: 2 } : {}),
    freehandCondition: never,
    snapTolerance: CLOSING_REACH,
    stopClick: true,
    style: (feature, resolution) => {
      const geometry = feature.getGeometry();
      const coordinates = geometry instanceof LineString ? geometry.getCoordinates() : [];
      const { palette, plan } = look();
      const getType = () => geometry?.getType() ?? 'Point';
      return sketchStyles({ getType, coordinates }, palette, plan, resolution);
    },
  });
  draw.on('drawstart', ({ feature }) => {
    const count = () => {
      const geometry = feature.getGeometry();
      // The pointer itself is the last point, and a ring ends with its first one again.
      if (geometry instanceof Polygon)
        sketched(Math.max(1, (geometry.getCoordinates()[0]?.length ?? 0) - 2));
      if (geometry instanceof LineString)
        sketched(Math.max(1, geometry.getCoordinates().length - 1));
    };
    feature.getGeometry()?.on('change', count);
    sketched(1);
  });
  draw.on('drawabort', () => sketched(0));
  draw.on('drawend', ({ feature }) => {
    sketched(0);
    const geometry = feature.getGeometry();
    if (geometry instanceof Polygon) drawn(tool, (geometry.getCoordinates()[0] ?? []).slice(0, -1));
    if (geometry instanceof LineString) drawn(tool, geometry.getCoordinates());
  });
  return draw;
};
