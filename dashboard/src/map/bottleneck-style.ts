import { toSegment, type VenueDefinition } from '@throng/contract';
import { distance } from '@throng/crowd';
import LineString from 'ol/geom/LineString.js';
import Point from 'ol/geom/Point.js';
import PolygonShape from 'ol/geom/Polygon.js';
import Fill from 'ol/style/Fill.js';
import Stroke from 'ol/style/Stroke.js';
import Style from 'ol/style/Style.js';
import Text from 'ol/style/Text.js';
import type { MarkedBottleneck } from '../state/bottlenecks.js';
import { bottleneckLines } from '../texts/bottleneck-text.js';
import type { MapPalette } from './palette.js';
import { PINCH_LENGTH, pinch } from './pinch.js';
import { freeRoom, type Offset, plateHalf, type Sight } from './plate-place.js';

const FONT = '700 11px system-ui, -apple-system, "Segoe UI", Roboto, Arial, sans-serif';

/** Pixels from the middle of a zone down to the foot of its label. */
const LABEL_FOOT = 26;

/** Pixels between the wedges and the plate. */
const GAP = 8;

/** What the drawing of a bottleneck depends on. */
export interface BottleneckLook {
  readonly bottleneck: MarkedBottleneck;
  readonly venue: VenueDefinition;
  /** What the plate should leave in sight. */
  readonly sights: readonly Sight[];
  readonly palette: MapPalette;
  /** Metres per pixel. */
  readonly resolution: number;
  /** Event time, epoch milliseconds. */
  readonly now: number;
}

/** A pressed passage between its two wedges, and the plate that says so; of a zone the plate alone. */
export const bottleneckStyles = (look: BottleneckLook, middle: [number, number]): Style[] => {
  const { bottleneck, palette, resolution, venue } = look;
  const passage =
    bottleneck.kind === 'passage'
      ? venue.passages.find(({ id }) => id === bottleneck.place)
      : undefined;
  if (passage === undefined) {
    const lines = bottleneckLines(bottleneck, look.now);
    return [plate(look, middle, [0, LABEL_FOOT + GAP + plateHalf(lines)[1]], lines)];
  }
  const ends = toSegment(passage.line);
  const fill = new Fill({ color: palette.mark });
  const stroke = new Stroke({ color: palette.markEdge, width: 1.5 });
  const wedges = pinch(ends, resolution).map((ring) => {
    const corners = ring.map(([x, y]) => [x, y]);
    const geometry = new PolygonShape([[...corners, ...corners.slice(0, 1)]]);
    return new Style({ geometry, fill, stroke, zIndex: 1 });
  });
  const line = [palette.markEdge, palette.mark].map((color, index) => {
    const pen = new Stroke({ color, width: 5 - 2 * index });
    return new Style({ geometry: new LineString(passage.line), stroke: pen });
  });
  const width = distance(ends.from, ends.to);
  const along: Offset =
    width === 0 ? [1, 0] : [(ends.to.x - ends.from.x) / width, (ends.from.y - ends.to.y) / width];
  const reach = width / resolution / 2 + PINCH_LENGTH + GAP;
  const lines = bottleneckLines(bottleneck, look.now);
  const room = freeRoom({ ...look, middle, lines }, places(along, reach));
  return [
    ...line,
    ...wedges,
    ...(room === null ? [] : [plate(look, middle, room.place, room.lines)]),
  ];
};

/** Beside each wedge, where walls are and nobody walks; else before or beyond the line. */
const places =
  ([x, y]: Offset, reach: number) =>
  ([halfWidth, halfHeight]: Offset): readonly Offset[] => {
    const beside = reach + Math.abs(x) * halfWidth + Math.abs(y) * halfHeight;
    const across = 4 * GAP + Math.abs(y) * halfWidth + Math.abs(x) * halfHeight;
    return [
      [x * beside, y * beside],
      [-x * beside, -y * beside],
      [-y * across, x * across],
      [y * across, -x * across],
    ];
  };

/** The words of the mark, the other way round than every other plate. */
const plate = (
  { palette }: BottleneckLook,
  at: [number, number],
  [x, y]: Offset,
  lines: readonly string[],
): Style => {
  return new Style({
    geometry: new Point(at),
    zIndex: 2,
    text: new Text({
      text: lines.join('\n'),
      font: FONT,
      offsetX: x,
      offsetY: y,
      fill: new Fill({ color: palette.markEdge }),
      backgroundFill: new Fill({ color: palette.mark }),
      backgroundStroke: new Stroke({ color: palette.markEdge, width: 1.5 }),
      padding: [3, 5, 2, 6],
      overflow: true,
    }),
  });
};
