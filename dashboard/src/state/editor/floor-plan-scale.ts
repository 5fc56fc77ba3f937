import type { Coordinates, FloorPlan } from '@throng/contract';
import { distance } from '@throng/crowd';
import { rounded } from './corners.js';

/** Width in metres of a picture that nobody has scaled yet. */
const FIRST_WIDTH = 100;

/** A picture of so many pixels at its first place: as wide as the venue, with its own proportions. */
export const placedFloorPlan = (
  image: string,
  pixels: { readonly width: number; readonly height: number },
  extent: { readonly minX: number; readonly minY: number; readonly maxX: number } | null,
): FloorPlan => {
  const width = extent === null ? FIRST_WIDTH : Math.max(1, extent.maxX - extent.minX);
  const [x, y] = extent === null ? [0, 0] : [extent.minX, extent.minY];
  const [rightWidth, height] = rounded([width, (width * pixels.height) / pixels.width]);
  return { image, origin: rounded([x, y]), width: rightWidth, height };
};

/**
 * The picture scaled so that two points on it are `metres` apart: s = metres / |b − a|. The first
 * point stays where it is. Undefined where the points are one, or the length is none.
 */
export const scaledByLength = (
  plan: FloorPlan,
  [a, b]: readonly [Coordinates, Coordinates],
  metres: number,
): FloorPlan | undefined => {
  const drawn = distance({ x: a[0], y: a[1] }, { x: b[0], y: b[1] });
  if (drawn === 0 || !(metres > 0)) return undefined;
  const scale = metres / drawn;
  const [width, height] = rounded([plan.width * scale, plan.height * scale]);
  const origin = rounded([
    a[0] + (plan.origin[0] - a[0]) * scale,
    a[1] + (plan.origin[1] - a[1]) * scale,
  ]);
  return { ...plan, origin, width, height };
};
