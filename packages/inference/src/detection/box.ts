/** A box from its left top to its right bottom corner, pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const area = ({ left, top, right, bottom }: Box): number =>
  Math.max(0, right - left) * Math.max(0, bottom - top);

/**
 * Intersection over union |A ∩ B| / |A ∪ B|, 0 to 1. Corners are points of the plane, not pixels,
 * so no 1 is added to a side. Two boxes without area share nothing: 0.
 */
export const overlap = (a: Box, b: Box): number => {
  const common = area({
    left: Math.max(a.left, b.left),
    top: Math.max(a.top, b.top),
    right: Math.min(a.right, b.right),
    bottom: Math.min(a.bottom, b.bottom),
  });
  const union = area(a) + area(b) - common;
  return union > 0 ? common / union : 0;
};
