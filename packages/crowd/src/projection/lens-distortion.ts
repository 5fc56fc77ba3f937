import type { Point } from '../geometry/index.js';
import type { ImageSize } from './estimate-camera-position.js';

/**
 * Brown–Conrady coefficients of a lens, as OpenCV orders and signs them: k1 < 0 is a barrel.
 *
 * Offsets from the centre are divided by `unitPixels` before they are used. OpenCV divides by the
 * focal length: give that as `unitPixels` and its coefficients hold as they are. By default half
 * the picture's diagonal is 1, so that k1 + k2 + k3 is the relative shift of a corner's ray.
 */
export interface LensDistortion {
  readonly k1: number;
  readonly k2?: number | undefined;
  readonly k3?: number | undefined;
  /** Tangential, from a lens that stands askew. */
  readonly p1?: number | undefined;
  readonly p2?: number | undefined;
  /** Pixels that count as 1. */
  readonly unitPixels?: number | undefined;
  /** Where the optical axis meets the picture, pixels; its middle where it is not given. */
  readonly centre?: Point | undefined;
}

/** A lens between the picture as it is and the picture that a pinhole would take. Pixels. */
export interface Lens {
  /** Pixel of the picture → pixel of the pinhole's picture; undefined where no ray ends. */
  undistort(pixel: Point): Point | undefined;
  /** Pixel of the pinhole's picture → pixel of the picture; undefined past the edge of the lens. */
  distort(pixel: Point): Point | undefined;
}

/** The lens of a pinhole: changes nothing. */
export const noLens: Lens = { undistort: (pixel) => pixel, distort: (pixel) => pixel };

const mostRounds = 40;

/** Newton's step, in units, below which an inverse is found. */
const exact = 1e-13;

/** Squared radius beyond which no picture reaches. */
const farthest = 100;

/**
 * The squared radius at which r(1 + k₁r² + k₂r⁴ + k₃r⁶) turns back: beyond it two rays would meet
 * in one pixel, which is an artefact of the polynomial and no lens.
 */
const foldOf = (k1: number, k2: number, k3: number): number => {
  const slope = (s: number): number => 1 + s * (3 * k1 + s * (5 * k2 + s * 7 * k3));
  const step = 0.01;
  for (let s = step; s < farthest; s += step) {
    if (slope(s) > 0) continue;
    let [low, high] = [s - step, s];
    for (let round = 0; round < 50; round += 1) {
      const middle = (low + high) / 2;
      if (slope(middle) > 0) low = middle;
      else high = middle;
    }
    return low;
  }
  return farthest;
};

/** Half the picture's diagonal, pixels. */
export const halfDiagonal = ({ width, height }: ImageSize): number => Math.hypot(width, height) / 2;

/**
 * The lens of these coefficients: with x, y in units from the centre and r² = x² + y²,
 *
 *   x′ = x(1 + k₁r² + k₂r⁴ + k₃r⁶) + 2p₁xy + p₂(r² + 2x²)
 *   y′ = y(1 + k₁r² + k₂r⁴ + k₃r⁶) + p₁(r² + 2y²) + 2p₂xy
 *
 * `undistort` inverts this by Newton's method.
 * Source: D. C. Brown, "Close-range camera calibration", 1971; OpenCV, module calib3d.
 */
export const makeLens = (distortion: LensDistortion, imageSize: ImageSize): Lens => {
  const { k1, k2 = 0, k3 = 0, p1 = 0, p2 = 0 } = distortion;
  const unit = distortion.unitPixels ?? halfDiagonal(imageSize);
  const centre = distortion.centre ?? { x: imageSize.width / 2, y: imageSize.height / 2 };
  const fold = foldOf(k1, k2, k3);

  const inUnits = ({ x, y }: Point): Point => ({
    x: (x - centre.x) / unit,
    y: (y - centre.y) / unit,
  });
  const inPixels = ({ x, y }: Point): Point => ({ x: centre.x + x * unit, y: centre.y + y * unit });

  /** The bent point, and its derivatives a = ∂x′/∂x, b = ∂x′/∂y = ∂y′/∂x, d = ∂y′/∂y. */
  const bend = ({ x, y }: Point) => {
    const s = x * x + y * y;
    const radial = 1 + s * (k1 + s * (k2 + s * k3));
    const slope = 2 * (k1 + s * (2 * k2 + s * 3 * k3));
    return {
      x: x * radial + 2 * p1 * x * y + p2 * (s + 2 * x * x),
      y: y * radial + p1 * (s + 2 * y * y) + 2 * p2 * x * y,
      a: radial + slope * x * x + 2 * p1 * y + 6 * p2 * x,
      b: slope * x * y + 2 * p1 * x + 2 * p2 * y,
      d: radial + slope * y * y + 6 * p1 * y + 2 * p2 * x,
    };
  };

  return {
    distort: (pixel) => {
      const point = inUnits(pixel);
      return point.x ** 2 + point.y ** 2 < fold ? inPixels(bend(point)) : undefined;
    },
    undistort: (pixel) => {
      const wanted = inUnits(pixel);
      let guess = wanted;
      // From within the fold: Newton's method climbs to the near solution, never to one beyond.
      const reach = Math.hypot(guess.x, guess.y) / Math.sqrt(fold);
      if (reach >= 0.99) guess = { x: (0.9 * guess.x) / reach, y: (0.9 * guess.y) / reach };
      for (let round = 0; round < mostRounds; round += 1) {
        const { x, y, a, b, d } = bend(guess);
        const determinant = a * d - b * b;
        if (!(determinant > 0)) return undefined;
        const [missX, missY] = [wanted.x - x, wanted.y - y];
        const step = {
          x: (d * missX - b * missY) / determinant,
          y: (a * missY - b * missX) / determinant,
        };
        guess = { x: guess.x + step.x, y: guess.y + step.y };
        const size = Math.hypot(step.x, step.y);
        if (size <= exact * (1 + Math.hypot(guess.x, guess.y))) break;
      }
      const back = bend(guess);
      const found =
        Math.hypot(back.x - wanted.x, back.y - wanted.y) < 1e-9 &&
        guess.x ** 2 + guess.y ** 2 < fold;
      return found ? inPixels(guess) : undefined;
    },
  };
};
