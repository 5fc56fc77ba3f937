import { applyHomography, type Homography, type Point } from '@throng/crowd';
import type { CameraView } from '../stages/camera-view.js';

type Seeing = Pick<CameraView, 'projection' | 'size'>;

const pixelBy = (
  homography: Homography,
  { projection }: Pick<CameraView, 'projection'>,
  place: Point,
): Point | undefined => {
  const straight = applyHomography(homography, place);
  return straight && projection.lens.distort(straight);
};

/** The pixel of a working frame at which feet on `place` are seen; undefined behind the camera. */
export const footPixel = (place: Point, view: Pick<CameraView, 'projection'>): Point | undefined =>
  pixelBy(view.projection.groundToFoot, view, place);

/** Whether a person who stands on `place` is seen from head to foot. */
export const isSeenWhole = (place: Point, view: Seeing): boolean =>
  [view.projection.groundToFoot, view.projection.groundToHead].every((homography) => {
    const pixel = pixelBy(homography, view, place);
    return (
      pixel !== undefined &&
      pixel.x >= 0 &&
      pixel.y >= 0 &&
      pixel.x <= view.size.width &&
      pixel.y <= view.size.height
    );
  });
