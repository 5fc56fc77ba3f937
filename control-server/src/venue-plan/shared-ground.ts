import { boundingBox, intersectionArea, type Polygon } from '@throng/crowd';

/** Square metres below which two drawn shapes only touch. */
const TOUCH = 0.05;

/** Whether two shapes have ground in common. The boxes are compared first: most pairs are far apart. */
export const sharesGround = (a: Polygon, b: Polygon): boolean => {
  const [boxA, boxB] = [boundingBox(a), boundingBox(b)];
  const apart =
    boxA.maxX <= boxB.minX ||
    boxB.maxX <= boxA.minX ||
    boxA.maxY <= boxB.minY ||
    boxB.maxY <= boxA.minY;
  return !apart && intersectionArea(a, b) > TOUCH;
};
