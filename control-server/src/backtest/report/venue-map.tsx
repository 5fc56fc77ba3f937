import { toPolygon, toSegment } from '@throng/contract';
import {
  boundingBox,
  centroid,
  orientation,
  type Point,
  riskBand,
  riskColour,
} from '@throng/crowd';
import type { ReactElement } from 'react';
import type { Moment, PassageFlow, Storyline } from './storyline.js';
import { clock, density } from './wording.js';

/** Units kept free round the venue. */
const MARGIN = 16;

/** Width and height from which a zone has room for its density. */
const ROOM = { width: 26, height: 14 } as const;

/** Persons/min from which a flow is drawn. */
const LEAST_FLOW = 5;

/** Arrows are about as long as their passage is wide, within these. */
const ARROW = { least: 8, most: 15 } as const;

const css = ({ b, g, r }: { r: number; g: number; b: number }): string => `rgb(${r} ${g} ${b})`;

type Place = (point: Point) => Point;

/** Metres to places in the drawing: y goes up in a venue, and down on a page. */
const placing = (story: Storyline, width: number): { place: Place; height: number } => {
  const { zones } = story.simulated.venue;
  const box = boundingBox(zones.flatMap(({ polygon }) => [...toPolygon(polygon)]));
  const metres = { x: box.maxX - box.minX, y: box.maxY - box.minY };
  const scale = Math.min((width - 2 * MARGIN) / metres.x, width / metres.y);
  const left = (width - metres.x * scale) / 2;
  return {
    height: metres.y * scale + 2 * MARGIN,
    place: ({ x, y }) => ({
      x: left + (x - box.minX) * scale,
      y: MARGIN + (box.maxY - y) * scale,
    }),
  };
};

/** The whole venue at one moment: zones in the colour of their band, who flows where, what is shut. */
export const venueMap = (story: Storyline, moment: Moment, width: number): ReactElement => {
  const { height, place } = placing(story, width);
  const { venue } = story.simulated;
  const title = `${venue.name} at ${clock(moment.time)} after the doors opened`;
  return (
    <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={title} className="map">
      <title>{title}</title>
      {venue.zones.map((zone, index) => {
        const corners = toPolygon(zone.polygon).map(place);
        const value = moment.densities[index] ?? Number.NaN;
        const bands = story.bands[index];
        if (bands === undefined || Number.isNaN(value)) return null;
        const { x, y } = place(centroid(toPolygon(zone.polygon)));
        const box = boundingBox(corners);
        const fits = box.maxX - box.minX >= ROOM.width && box.maxY - box.minY >= ROOM.height;
        const band = riskBand(value, bands);
        return (
          <g key={zone.id}>
            <polygon
              points={corners
                .map((corner) => `${corner.x.toFixed(1)},${corner.y.toFixed(1)}`)
                .join(' ')}
              fill={css(riskColour(band))}
              className={zone.id === story.told.zone ? 'zone told' : 'zone'}
            >
              <title>{`${zone.name}: ${density(value)} persons/m², ${band}`}</title>
            </polygon>
            {fits && (
              <text x={x} y={y + 4} className={`on-${band}`}>
                {density(value)}
              </text>
            )}
          </g>
        );
      })}
      {moment.flows.map((flow) => passage(story, moment, flow, place))}
    </svg>
  );
};

const passage = (
  { simulated: { venue } }: Storyline,
  moment: Moment,
  { in: forth, out: back, passage: id }: PassageFlow,
  place: Place,
): ReactElement | null => {
  const definition = venue.passages.find((each) => each.id === id);
  if (definition === undefined) return null;
  const line = toSegment(definition.line);
  const [from, to] = [place(line.from), place(line.to)];
  const left = moment.hindered.find((each) => each.passage === id)?.left;
  const inner = venue.zones.find((zone) => zone.id === definition.from) ?? undefined;
  const outer = venue.zones.find((zone) => zone.id === definition.to) ?? undefined;
  const known = centroid(toPolygon((inner ?? outer)?.polygon ?? []));
  // The line's normal, turned to lead away from `from`: on the page y points down.
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const normal = { x: (to.y - from.y) / length, y: -(to.x - from.x) / length };
  const knownIsRight = orientation(from, to, place(known)) > 0;
  const leadsAway = knownIsRight === (inner !== undefined) ? 1 : -1;
  const way = leadsAway * (forth >= back ? 1 : -1);
  const [x, y] = [(from.x + to.x) / 2, (from.y + to.y) / 2];
  const strong = Math.max(forth, back);
  const half = (way * Math.min(ARROW.most, Math.max(ARROW.least, 1.2 * length))) / 2;
  const tip = { x: normal.x * half, y: normal.y * half };
  return (
    <g key={id}>
      <line
        {...{ x1: from.x, y1: from.y, x2: to.x, y2: to.y }}
        className={left === undefined ? 'passage' : 'passage hindered'}
      />
      {strong >= LEAST_FLOW && (
        <line
          {...{ x1: x - tip.x, y1: y - tip.y, x2: x + tip.x, y2: y + tip.y }}
          strokeWidth={Math.min(3, 1 + strong / 50)}
          markerEnd="url(#head)"
          className="flow"
        >
          <title>{`${definition.name}: ${forth} persons/min on, ${back} back`}</title>
        </line>
      )}
    </g>
  );
};
