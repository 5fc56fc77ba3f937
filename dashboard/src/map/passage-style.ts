import { type PassageDefinition, type PassageState, toSegment } from '@throng/contract';
import MultiPoint from 'ol/geom/MultiPoint.js';
import Point from 'ol/geom/Point.js';
import PolygonShape from 'ol/geom/Polygon.js';
import Fill from 'ol/style/Fill.js';
import RegularShape from 'ol/style/RegularShape.js';
import Stroke from 'ol/style/Stroke.js';
import Style from 'ol/style/Style.js';
import Text from 'ol/style/Text.js';
import { loadBand, passageLoad } from '../state/passage-load.js';
import { texts } from '../texts/index.js';
import { bandColour } from './css-colour.js';
import { flowArrows } from './flow-arrow.js';
import { FONT } from './map-font.js';
import type { MapPalette } from './palette.js';

/** Metres per pixel from which passages no longer carry their names. */
const NAMES_BELOW = 0.07;

/** What a passage's drawing depends on. */
export interface PassageLook {
  readonly passage: PassageDefinition;
  /** The direction of "in", radians clockwise from north. */
  readonly heading: number;
  /** Undefined where the server tells nothing of passages. */
  readonly state: PassageState | undefined;
  readonly isSelected: boolean;
  readonly palette: MapPalette;
  /** Metres per pixel. */
  readonly resolution: number;
}

/** The measurement line with its ends, and what passes it: an arrow each way, by flow and load. */
export const passageStyles = (look: PassageLook): Style[] => {
  const { palette, passage, resolution } = look;
  const [start, end] = passage.line;
  const fill = new Fill({ color: palette.passage });
  const line = new Style({
    stroke: look.isSelected
      ? new Stroke({ color: palette.passage, width: 4 })
      : new Stroke({ color: palette.passage, width: 2, lineDash: [3, 3] }),
  });
  const ends = new Style({
    geometry: new MultiPoint([start, end]),
    image: new RegularShape({ points: 4, radius: 3, angle: Math.PI / 4, fill }),
  });
  const label = labelOf(look);
  return [
    line,
    ends,
    ...arrowsOf(look),
    ...(label === '' || (resolution > NAMES_BELOW && !isLoaded(look)) ? [] : [plate(look, label)]),
  ];
};

const middleOf = ({ line: [[x1, y1], [x2, y2]] }: PassageDefinition): [number, number] => [
  (x1 + x2) / 2,
  (y1 + y2) / 2,
];

/** A plain mark of the direction that counts as "in" where no flow is known, else the flows. */
const arrowsOf = ({ heading, palette, passage, resolution, state }: PassageLook): Style[] => {
  const [x, y] = middleOf(passage);
  const load = state === undefined ? null : passageLoad(state);
  if (state?.flow == null || load === null) {
    const fill = new Fill({ color: palette.passage });
    const image = new RegularShape({ points: 3, radius: 5, fill, rotation: heading });
    return [new Style({ geometry: new Point([x, y]), image })];
  }
  const band = loadBand(load);
  const fill = new Fill({ color: band === 'normal' ? palette.flow : bandColour(band) });
  const stroke = new Stroke({ color: palette.flowEdge, width: 1.25 });
  const ends = toSegment(passage.line);
  return flowArrows(ends, heading, state.flow, resolution).map(({ ring }) => {
    const corners = ring.map(([cornerX, cornerY]) => [cornerX, cornerY]);
    const geometry = new PolygonShape([[...corners, ...corners.slice(0, 1)]]);
    return new Style({ geometry, fill, stroke });
  });
};

const isLoaded = ({ state }: PassageLook): boolean => {
  const load = state === undefined ? null : passageLoad(state);
  return load !== null && loadBand(load) !== 'normal';
};

/** Its name where there is room, and the load from which it matters. */
const labelOf = (look: PassageLook): string => {
  const { passage, resolution, state } = look;
  const load = state === undefined ? null : passageLoad(state);
  const name = resolution > NAMES_BELOW ? [] : [passage.name];
  const told = load !== null && isLoaded(look) ? [texts.map.load(load)] : [];
  return [...name, ...told].join('\n');
};

const plate = ({ palette, passage }: PassageLook, text: string): Style =>
  new Style({
    geometry: new Point(middleOf(passage)),
    text: new Text({
      text,
      font: FONT,
      offsetY: 22,
      textBaseline: 'top',
      fill: new Fill({ color: palette.passage }),
      backgroundFill: new Fill({ color: palette.plate }),
      padding: [1, 3, 1, 3],
    }),
  });
