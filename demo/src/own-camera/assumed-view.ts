import { fail, ok, type Result } from '@throng/contract';
import type { Point } from '@throng/crowd';
import { createCamera } from '@throng/simulation';

/** How a camera is taken to hang: above the origin, looking along +y, without roll or distortion. */
export interface AssumedPose {
  /** Metres above the floor. */
  readonly height: number;
  /** Degrees below the horizon. */
  readonly pitch: number;
  /** Degrees from the left to the right edge of the picture. */
  readonly fieldOfView: number;
  /** Pixels. */
  readonly imageWidth: number;
  readonly imageHeight: number;
}

/** The ground it would see, and the marks that tell an agent so. */
export interface AssumedView {
  readonly ground: readonly [number, number][];
  readonly pairs: readonly { pixel: [number, number]; ground: [number, number] }[];
  readonly cameraPosition: readonly [number, number, number];
}

/** Metres of ground, counted from the picture's lower edge, that such a camera can judge at all. */
const DEPTH = 30;

/**
 * The visible ground as a trapezoid: the picture's lower edge, and the row at which the floor is
 * `DEPTH` m farther off or the picture ends. A ground point is where a pixel's ray meets z = 0.
 */
export const assumedView = (pose: AssumedPose): Result<AssumedView, 'sees-no-floor'> => {
  const { imageWidth, imageHeight } = pose;
  const pitch = (pose.pitch * Math.PI) / 180;
  const camera = createCamera({
    position: { x: 0, y: 0, z: pose.height },
    lookAt: { x: 0, y: Math.cos(pitch), z: pose.height - Math.sin(pitch) },
    fieldOfView: pose.fieldOfView,
    width: imageWidth,
    height: imageHeight,
  });
  const nearest = camera.toGround({ x: imageWidth / 2, y: imageHeight });
  const horizon = nearest && camera.project({ x: 0, y: nearest.y + DEPTH, z: 0 });
  if (nearest === undefined || horizon === undefined) {
    return fail(
      'sees-no-floor',
      `A camera ${pose.height} m up that looks down by ${pose.pitch}° sees no floor; give a larger --pitch.`,
    );
  }
  const top = Math.max(0, horizon.y);
  const pixels: Point[] = [
    { x: 0, y: imageHeight },
    { x: imageWidth, y: imageHeight },
    { x: imageWidth, y: top },
    { x: 0, y: top },
  ];
  const pairs = pixels.flatMap((pixel): AssumedView['pairs'] => {
    const point = camera.toGround(pixel);
    if (point === undefined) return [];
    return [
      { pixel: [rounded(pixel.x), rounded(pixel.y)], ground: [rounded(point.x), rounded(point.y)] },
    ];
  });
  return ok({
    pairs,
    ground: pairs.map(({ ground }) => ground),
    cameraPosition: [0, 0, pose.height],
  });
};

const rounded = (value: number): number => Math.round(value * 1000) / 1000;
