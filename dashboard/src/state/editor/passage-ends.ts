import { OUTSIDE, toPoint, toPolygon, type ZoneDefinition } from '@throng/contract';
import { containsPoint, type Point } from '@throng/crowd';

/** Metres from the line at which its two sides are looked at, the nearest first. */
const REACH = [0.25, 0.5, 1, 2, 3, 4, 6];

/** Places along the line: a door's middle may lie before a pillar. */
const ALONG = [0.5, 0.25, 0.75];

/**
 * The zones on either side of a line, as the ends of a passage across it: the nearest within 6 m,
 * else the outside. A way between a zone and the outside leads in; between two zones, to the left of
 * the line as it was drawn.
 */
export const endsBeside = (
  line: readonly [readonly [number, number], readonly [number, number]],
  zones: readonly ZoneDefinition[],
): { readonly from: string; readonly to: string } => {
  const [a, b] = [toPoint([...line[0]]), toPoint([...line[1]])];
  const left = zoneBeside(a, b, 1, zones);
  const right = zoneBeside(a, b, -1, zones);
  if (left === right) return { from: OUTSIDE, to: left };
  return left === OUTSIDE ? { from: OUTSIDE, to: right } : { from: right, to: left };
};

const zoneBeside = (a: Point, b: Point, side: number, zones: readonly ZoneDefinition[]): string => {
  const length = Math.hypot(b.x - a.x, b.y - a.y);
  if (length === 0) return OUTSIDE;
  const normal = { x: (-(b.y - a.y) / length) * side, y: ((b.x - a.x) / length) * side };
  for (const reach of REACH) {
    for (const along of ALONG) {
      const point = {
        x: a.x + along * (b.x - a.x) + reach * normal.x,
        y: a.y + along * (b.y - a.y) + reach * normal.y,
      };
      const found = zones.find(({ polygon }) => containsPoint(toPolygon(polygon), point));
      if (found !== undefined) return found.id;
    }
  }
  return OUTSIDE;
};
