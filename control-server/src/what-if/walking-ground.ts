import { toPolygon, toSegment } from '@throng/contract';
import {
  boundingBox,
  centroid,
  containsPoint,
  distance,
  exitFlowPerMinute,
  type Point,
  type Polygon,
} from '@throng/crowd';
import type { FlowNetwork } from '../forecast/flow-network.js';
import { TICK_SECONDS } from '../forecast/horizons.js';
import { networkOf } from '../forecast/observe-tick.js';
import { isStepped } from '../venue-plan/is-stepped.js';
import { passageWidth } from '../venue-plan/passage-width.js';
import type { VenuePlan } from '../venue-plan/venue-plan.js';

/** A venue as those see it who have to walk through it; in the order of the flow network. */
export interface WalkingGround {
  readonly network: FlowNetwork;
  /** Edges that lead out of each zone. */
  readonly leaving: readonly (readonly number[])[];
  /** Edges that lead into each zone from another; the last list leads outside. */
  readonly arriving: readonly (readonly number[])[];
  /** Middle of each edge's passage. */
  readonly doors: readonly Point[];
  /** Effective width of each edge, metres. */
  readonly width: Float64Array;
  /** Persons per tick that an edge is planned to carry: 82 /(min·m) on the level, 66 on steps. */
  readonly planned: Float64Array;
  /** Metres to walk to an edge's door from the farthest corner of the zone that it leads out of. */
  readonly reach: Float64Array;
  readonly isStairs: readonly boolean[];
  /** Places all over each zone. */
  readonly places: readonly (readonly Point[])[];
}

/** Ways are longer than straight lines: people walk round others and round what stands there. */
export const DETOUR = 1.15;

/** Places looked at along each side of a zone. */
const ALONG = 6;

export const walkingGround = (plan: VenuePlan): WalkingGround => {
  const network = networkOf(plan);
  const { edges, from, to, zones } = network;
  const { passages } = plan.venue;
  const perEdge = <Value>(value: (passage: (typeof passages)[number]) => Value): Value[] =>
    passages.flatMap((passage) => {
      const each = value(passage);
      return [each, each];
    });
  const doors = perEdge(({ line }) => {
    const { from: a, to: b } = toSegment(line);
    return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
  });
  const corners = plan.zones.map(({ definition }) => toPolygon(definition.polygon));
  const leaving: number[][] = Array.from({ length: zones }, () => []);
  const arriving: number[][] = Array.from({ length: zones + 1 }, () => []);
  for (let edge = 0; edge < edges; edge += 1) {
    const source = from[edge] ?? -1;
    if (source < 0) continue;
    leaving[source]?.push(edge);
    arriving[(to[edge] ?? -1) < 0 ? zones : (to[edge] ?? 0)]?.push(edge);
  }
  const width = Float64Array.from(perEdge(passageWidth));
  const perMinute = perEdge(
    (passage) => exitFlowPerMinute[isStepped(plan, passage) ? 'stepped' : 'level'],
  );
  return {
    network,
    leaving,
    arriving,
    doors,
    width,
    planned: width.map((metres, edge) => (metres * (perMinute[edge] ?? 0) * TICK_SECONDS) / 60),
    reach: Float64Array.from(
      doors,
      (door, edge) =>
        DETOUR *
        Math.max(0, ...(corners[from[edge] ?? -1] ?? []).map((corner) => distance(door, corner))),
    ),
    isStairs: plan.zones.map(({ definition }) => definition.kind === 'stairs'),
    places: corners.map(placesIn),
  };
};

/** A grid of places within a polygon; its centre of mass where it is too thin for one. */
const placesIn = (polygon: Polygon): Point[] => {
  const { maxX, maxY, minX, minY } = boundingBox(polygon);
  const at = (least: number, most: number, step: number): number =>
    least + ((most - least) * (step + 0.5)) / ALONG;
  const places = Array.from({ length: ALONG * ALONG }, (_, index) => ({
    x: at(minX, maxX, index % ALONG),
    y: at(minY, maxY, Math.floor(index / ALONG)),
  })).filter((place) => containsPoint(polygon, place));
  return places.length > 0 ? places : [centroid(polygon)];
};
