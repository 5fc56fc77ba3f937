import { intersectionArea, type Polygon } from '@throng/crowd';

/** Square metres below which two drawn shapes only touch. */
const TOUCH = 0.05;

/** Whether two shapes have ground in common. */
export const sharesGround = (a: Polygon, b: Polygon): boolean => intersectionArea(a, b) > TOUCH;
