import { applyHomography, headToFoot, type Point } from '@throng/crowd';
import type { GroundSolution } from '../stages/solve-ground.js';

/** Where a place on the ground is seen, pixels of the picture as it is; undefined where it is not. */
export const pixelOfPlace = (
  { groundToPixel, lens }: GroundSolution,
  place: Point,
): Point | undefined => {
  const straight = applyHomography(groundToPixel, place);
  return straight && lens.distort(straight);
};

/** Which place on the ground a pixel of the picture shows; undefined beyond the horizon. */
export const placeOfPixel = (
  { lens, pixelToGround }: GroundSolution,
  pixel: Point,
): Point | undefined => {
  const straight = lens.undistort(pixel);
  return straight && applyHomography(pixelToGround, straight);
};

/** Where the head of somebody who stands at `place` is seen. */
export const headOfPlace = (
  solution: GroundSolution,
  place: Point,
  headHeight: number,
): Point | undefined => {
  const { x, y, z } = solution.camera;
  if (!(z > headHeight)) return undefined;
  // The ray through the head meets the ground farther out, by h/(h − H).
  const share = z / (z - headHeight);
  return pixelOfPlace(solution, { x: x + (place.x - x) * share, y: y + (place.y - y) * share });
};

/** Where somebody stands whose head is in this pixel. */
export const placeUnderHead = (
  solution: GroundSolution,
  pixel: Point,
  headHeight: number,
): Point | undefined => {
  const ray = placeOfPixel(solution, pixel);
  if (ray === undefined || !(solution.camera.z > headHeight)) return undefined;
  return headToFoot(ray, solution.camera, headHeight);
};
