import type { Detection } from '../ports/person-detector.js';

/** An object as COCO-SSD tells it: left, top, width and height in pixels. */
export interface FoundObject {
  readonly bbox: readonly [number, number, number, number];
  readonly class: string;
  readonly score: number;
}

/** The persons among the objects found, surest first. */
export const toDetections = (objects: readonly FoundObject[]): Detection[] =>
  objects
    .filter((object) => object.class === 'person')
    .map(({ bbox: [left, top, width, height], score }) => ({
      left,
      top,
      right: left + width,
      bottom: top + height,
      score,
    }))
    .sort((a, b) => b.score - a.score);
