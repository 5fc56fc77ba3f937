import { applyHomography, distance, type Point } from '@throng/crowd';
import type { Projection } from './calibrate.js';

/**
 * How tall a person who stands at `point` is in the (straight) picture, pixels from foot to head;
 * 0 where the picture does not reach.
 */
export const personHeight = (
  point: Point,
  { groundToFoot, groundToHead }: Pick<Projection, 'groundToFoot' | 'groundToHead'>,
): number => {
  const foot = applyHomography(groundToFoot, point);
  const head = applyHomography(groundToHead, point);
  return foot === undefined || head === undefined ? 0 : distance(foot, head);
};
