import type { Coordinates } from '@throng/contract';
import LineString from 'ol/geom/LineString.js';
import MultiPoint from 'ol/geom/MultiPoint.js';
import Point from 'ol/geom/Point.js';
import Circle from 'ol/style/Circle.js';
import Fill from 'ol/style/Fill.js';
import RegularShape from 'ol/style/RegularShape.js';
import Stroke from 'ol/style/Stroke.js';
import Style from 'ol/style/Style.js';
import Text from 'ol/style/Text.js';
import { type Feature, isRing } from '../../state/editor/venue-draft.js';
import { FONT } from '../map-font.js';
import type { MapPalette } from '../palette.js';
import type { EditorPalette } from './editor-palette.js';

/** What the drawing of one thing depends on. */
export interface FeatureLook {
  readonly feature: Feature;
  readonly isSelected: boolean;
  readonly isWrong: boolean;
  /** Radians clockwise from north, for a passage. */
  readonly heading: number;
  readonly palette: EditorPalette;
  readonly plan: MapPalette;
}

export const featureStyles = (look: FeatureLook): Style[] => {
  const { feature, isSelected, isWrong, palette, plan } = look;
  const wrong = isWrong ? palette.wrong : undefined;
  const colour = isSelected ? palette.selected : wrong;
  const halo = isSelected && wrong !== undefined ? [outline(wrong, 7)] : [];
  if (feature.list === 'zones') {
    const { kind, name } = feature.value;
    const fill = new Fill({ color: isSelected ? palette.selectedFill : palette.zone[kind] });
    const line = stroke(colour ?? palette.line[kind], isSelected || isWrong ? 2.5 : 1.5);
    return [...halo, new Style({ fill, stroke: line, text: label(name, plan.label, plan) })];
  }
  if (feature.list === 'cameras') {
    const line = stroke(colour ?? plan.camera, isSelected ? 2.5 : 1.25, [4, 5]);
    const fill = new Fill({ color: isSelected ? palette.selectedFill : 'rgba(0, 0, 0, 0)' });
    const text = label(feature.value.name, plan.labelDim, plan, 18);
    return [...halo, new Style({ fill, stroke: line, text })];
  }
  if (feature.list === 'walls') {
    return [...halo, outline(colour ?? plan.wall, isSelected ? 3.5 : 2)];
  }
  return [...halo, ...passageStyles(look, colour ?? plan.passage)];
};

const passageStyles = (
  { feature, heading, isSelected, palette, plan }: FeatureLook,
  colour: string,
) => {
  if (feature.list !== 'passages') return [];
  const [[x1, y1], [x2, y2]] = feature.value.line;
  const middle = new Point([(x1 + x2) / 2, (y1 + y2) / 2]);
  const arrow = new RegularShape({
    points: 3,
    radius: 10,
    rotation: heading,
    declutterMode: 'none',
    fill: new Fill({ color: colour }),
    stroke: stroke(palette.handle, 1.5),
  });
  const name = isSelected ? undefined : label(feature.value.name, plan.labelDim, plan, 20);
  return [
    outline(colour, isSelected ? 5 : 4),
    new Style({
      geometry: middle,
      image: arrow,
      ...(name === undefined ? {} : { text: name }),
      zIndex: 4,
    }),
  ];
};

const stroke = (color: string, width: number, lineDash?: number[]): Stroke =>
  new Stroke({ color, width, lineCap: 'round', ...(lineDash === undefined ? {} : { lineDash }) });

const outline = (color: string, width: number): Style =>
  new Style({ stroke: stroke(color, width), zIndex: 1 });

const label = (text: string, color: string, plan: MapPalette, offsetY = 0): Text =>
  new Text({
    text,
    font: FONT,
    offsetY,
    overflow: true,
    fill: new Fill({ color }),
    stroke: new Stroke({ color: plan.plate, width: 3 }),
  });

/** Handles at the corners of what is in hand, the length of each edge in metres, and its chosen corner. */
export const handleStyles = (
  {
    corner,
    corners,
    list,
  }: { corner: number | null; corners: Coordinates[]; list: Feature['list'] },
  palette: EditorPalette,
  plan: MapPalette,
  resolution: number,
): Style[] => {
  const closed = isRing(list) ? [...corners, ...corners.slice(0, 1)] : corners;
  const chosen = corner === null ? undefined : corners[corner];
  return [
    // Beside the arrow of a passage, not over it.
    ...edgeLengths(closed, plan, resolution, list === 'passages' ? 22 : 0),
    new Style({
      geometry: new MultiPoint(corners),
      image: handle(palette.handle, palette.selected, 6),
      zIndex: 6,
    }),
    ...(chosen === undefined
      ? []
      : [
          new Style({
            geometry: new Point(chosen),
            image: handle(palette.selected, palette.handle, 8),
            zIndex: 7,
          }),
        ]),
  ];
};

const handle = (fill: string, edge: string, radius: number): Circle =>
  new Circle({ radius, fill: new Fill({ color: fill }), stroke: stroke(edge, 2) });

/** Pixels that an edge must be long to bear its length. */
const ROOM = 46;

export const edgeLengths = (
  line: readonly (readonly number[])[],
  plan: MapPalette,
  resolution: number,
  offsetY = 0,
): Style[] =>
  line.flatMap((to, index) => {
    const from = line[index - 1];
    if (from === undefined) return [];
    const edge = new LineString([[...from], [...to]]);
    if (edge.getLength() / resolution < ROOM) return [];
    const text = new Text({
      text: `${edge.getLength().toFixed(2)} m`,
      font: FONT,
      fill: new Fill({ color: plan.label }),
      backgroundFill: new Fill({ color: plan.plate }),
      padding: [2, 3, 1, 4],
      offsetY,
    });
    return [new Style({ geometry: new Point(edge.getFlatMidpoint()), text, zIndex: 5 })];
  });

/** What is being drawn, with the lengths so far. */
export const sketchStyles = (
  geometry: {
    readonly getType: () => string;
    readonly coordinates: readonly (readonly number[])[];
  },
  palette: EditorPalette,
  plan: MapPalette,
  resolution: number,
): Style[] => {
  const drawn = new Style({
    fill: new Fill({ color: palette.selectedFill }),
    stroke: stroke(palette.selected, 2),
    image: handle(palette.selected, palette.handle, 5),
  });
  if (geometry.getType() === 'Point') return [drawn];
  const placed = new Style({
    geometry: new MultiPoint(geometry.coordinates.map((each) => [...each])),
    image: handle(palette.handle, palette.selected, 5),
  });
  return [drawn, placed, ...edgeLengths(geometry.coordinates, plan, resolution)];
};
