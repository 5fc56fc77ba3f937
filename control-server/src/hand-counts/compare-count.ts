/** What the cameras counted in the same time; null where they did not see it. */
export interface CameraCount {
  readonly persons: number;
  /** Share of the time (passage) or of the ground (zone) that was counted. */
  readonly coverage: number;
}

/**
 * `agrees`; `correct`: by hand it was surely more or fewer; `too-few`: so few were counted that chance
 * alone may differ by half; `not-seen`: less than 95 % was seen, so that nothing can be compared.
 */
export type CountVerdict = 'agrees' | 'correct' | 'too-few' | 'not-seen';

export interface CountComparison {
  readonly verdict: CountVerdict;
  /** (hand + ½)/(cameras + ½); null where they saw too little. */
  readonly ratio: number | null;
  /** Half the width of the ratio's 95 % interval, as a share of it: what chance does. */
  readonly uncertainty: number;
}

const SEEN = 0.95;
/** A camera within a tenth is as right as cameras are. */
const RIGHT = Math.log(1.1);
const HALF = 0.5;

/**
 * A hand count beside the cameras': r = ln((n + ½)/(m + ½)), which chance spreads by σ = 1/√(n + ½).
 * Cameras are to be corrected where |r| is above both 2σ and ln 1.1. One count is one moment: what an
 * agent does with many of them, `throng-edge clicker fit` tells.
 *
 * @param hand persons, counted by hand.
 */
export const compareCount = (hand: number, cameras: CameraCount | null): CountComparison => {
  const uncertainty = 2 / Math.sqrt(hand + HALF);
  if (cameras === null || cameras.coverage < SEEN) {
    return { verdict: 'not-seen', ratio: null, uncertainty };
  }
  const ratio = (hand + HALF) / (cameras.persons + HALF);
  if (uncertainty > HALF) return { verdict: 'too-few', ratio, uncertainty };
  const isOff = Math.abs(Math.log(ratio)) > Math.max(uncertainty, RIGHT);
  return { verdict: isOff ? 'correct' : 'agrees', ratio, uncertainty };
};
