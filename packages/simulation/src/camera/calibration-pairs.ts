import {
  boundingBox,
  containsPoint,
  type Point,
  type PointPair,
  type Polygon,
} from '@throng/crowd';
import type { Camera } from './camera.js';

/** Marks per side of the grid that is laid over the area. */
const MARKS = 4;

/** Does the camera see this place on the floor, and somebody of `height` metres who stands there? */
export const sees = (camera: Camera, place: Point, height = 0): boolean =>
  [0, height].every((z) => {
    const seen = camera.project({ ...place, z });
    return (
      seen !== undefined &&
      seen.x >= 0 &&
      seen.y >= 0 &&
      seen.x <= camera.width &&
      seen.y <= camera.height
    );
  });

/**
 * What an installer would mark: places on the floor (m) and where they appear (pixels), exact.
 * The area's corners and a 4 × 4 grid over it, as far as the camera sees them.
 */
export const calibrationPairs = (camera: Camera, area: Polygon): PointPair[] => {
  const box = boundingBox(area);
  const step = (index: number): number => (index + 0.5) / MARKS;
  const grid = Array.from({ length: MARKS * MARKS }, (_, index) => ({
    x: box.minX + (box.maxX - box.minX) * step(index % MARKS),
    y: box.minY + (box.maxY - box.minY) * step(Math.floor(index / MARKS)),
  })).filter((place) => containsPoint(area, place));
  return [...area, ...grid].flatMap((ground) => {
    const seen = camera.project({ ...ground, z: 0 });
    return seen && sees(camera, ground) ? [{ pixel: { x: seen.x, y: seen.y }, ground }] : [];
  });
};
