import type { Segment } from '@throng/crowd';

/** Pixels from foot to tip of a wedge, and of half its foot. */
export const PINCH_LENGTH = 15;
const HALF_FOOT = 8;

type Ring = readonly (readonly [number, number])[];

/**
 * The sign of a bottleneck: two wedges that press on the ends of a passage's line from outside, so
 * that what passes between them stays in sight. Open rings, metres; sizes keep on the screen.
 * @param resolution metres per pixel.
 */
export const pinch = ({ from, to }: Segment, resolution: number): readonly [Ring, Ring] => {
  const width = Math.hypot(to.x - from.x, to.y - from.y);
  // A line without length lies somehow: one that points east is as good as any.
  const [alongX, alongY] =
    width === 0 ? [1, 0] : [(to.x - from.x) / width, (to.y - from.y) / width];
  const wedge = (tip: { readonly x: number; readonly y: number }, away: number): Ring => {
    const at = (along: number, aside: number): [number, number] => [
      tip.x + resolution * (along * away * alongX - aside * alongY),
      tip.y + resolution * (along * away * alongY + aside * alongX),
    ];
    return [at(0, 0), at(PINCH_LENGTH, HALF_FOOT), at(PINCH_LENGTH, -HALF_FOOT)];
  };
  return [wedge(from, -1), wedge(to, 1)];
};
